import { AppError, type FieldError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { addDays, localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { DraftPlan } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { complaintShape } from '../complaint.schema.ts';
import { expiryOf, holderOf, keysOf, lockDraft } from './draft-access.server.ts';
import { type DraftAnswers, nextStepOf } from './filing-steps.ts';
import { admissibilityOfDraft, readDraft } from './read-draft.ts';

/** What becomes of a draft on the day from which it may be filed. */
export interface Plan {
  readonly kind: 'remind' | 'file';
  readonly dueOn: PlainDate;
  readonly channel: 'mail' | 'sms';
  readonly address: string;
}

export function planOf(row: DraftPlan): Plan {
  return {
    kind: row.kind === 'file' ? 'file' : 'remind',
    dueOn: row.dueOn.toISOString().slice(0, 10),
    channel: row.channel === 'sms' ? 'sms' : 'mail',
    address: row.address,
  };
}

/** What waits for a draft's day; null when nothing does. */
export async function readPlan(token: string): Promise<Plan | null> {
  const row = await withActor(holderOf(token), tx =>
    tx.draftPlan.findFirst({ where: { draftId: keysOf(token).id, doneAt: null } }),
  );
  return row && planOf(row);
}

/**
 * The first day on which a draft may be filed: the rule's for one that came too early; for somebody who has not
 * turned to the operator, the day if that were done today. Null when it may be filed now, or never again.
 */
export function dayToFile(answers: DraftAnswers, now: string): PlainDate | null {
  const context = { profile: activeProfile(), now };
  const verdict = admissibilityOfDraft(answers, context);
  if (verdict === null || verdict.ok || verdict.reason === 'too-late') return null;
  if (verdict.reason === 'too-early') return verdict.earliestOn;
  const today = localDateOf(now, context.profile.timeZone);
  const attempted = { attempts: [{ on: today, channel: 'letter', result: 'no-answer' }] };
  const then = admissibilityOfDraft({ ...answers, attempts: attempted }, context);
  return then?.ok === false && then.reason === 'too-early' ? then.earliestOn : addDays(today, 1);
}

/** Whether the portal can file the draft for somebody: everything is answered, and the receipt has somewhere to go. */
export function mayFileItself(answers: DraftAnswers, now: string): boolean {
  const context = { profile: activeProfile(), now };
  const verdict = admissibilityOfDraft(answers, context);
  const waits = verdict?.ok === false && verdict.reason === 'too-early';
  const { values, errors } = readDraft(answers, context);
  const complete = nextStepOf(answers) === 'check' && Object.keys(errors).length === 0;
  return waits && complete && values.email !== undefined;
}

interface Wanted {
  readonly token: string;
  /** The form's fields. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
}

function addressIn({ raw, now }: Wanted, answers: DraftAnswers): Pick<Plan, 'channel' | 'address'> {
  const { contact } = complaintShape({ profile: activeProfile(), now });
  const email = contact.email.safeParse(raw.email);
  const phone = contact.phone.safeParse(raw.phone);
  const fields: Record<string, FieldError> = {};
  if (!email.success) fields.email = { code: 'invalid-email' };
  if (!phone.success) fields.phone = { code: 'invalid-phone' };
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', { fields });
  if (email.data) return { channel: 'mail', address: email.data };
  if (phone.data) return { channel: 'sms', address: phone.data };
  const given = readDraft(answers, { profile: activeProfile(), now }).values.email;
  if (raw.kind === 'file' && given !== undefined) return { channel: 'mail', address: given };
  throw new AppError('invalid-input', { fields: { email: { code: 'required' } } });
}

function planFrom(wanted: Wanted, answers: DraftAnswers): Plan {
  const dueOn = dayToFile(answers, wanted.now);
  if (dueOn === null) throw new AppError('malformed-request');
  const kind = wanted.raw.kind === 'file' ? 'file' : 'remind';
  if (kind === 'file') {
    if (!mayFileItself(answers, wanted.now)) throw new AppError('malformed-request');
    if (wanted.raw.consent !== 'on') {
      throw new AppError('invalid-input', { fields: { consent: { code: 'required' } } });
    }
  }
  return { kind, dueOn, ...addressIn(wanted, answers) };
}

/**
 * Leaves a draft with the portal until the day from which it may be filed, and keeps it that long.
 * @throws AppError `invalid-input` with fields, `draft-expired`, `already-filed`
 */
export async function leaveDraft(wanted: Wanted): Promise<void> {
  const { token, language, now } = wanted;
  await withActor(holderOf(token), async tx => {
    const draft = await lockDraft(tx, token, now);
    if (draft === null) throw new AppError('draft-expired');
    if (draft.filedCaseId !== null) throw new AppError('already-filed');
    const { dueOn, ...plan } = planFrom(wanted, draft.answers);
    const row = {
      ...{ ...plan, language, doneAt: null },
      dueOn: new Date(dueOn),
      sealedToken: sealText(token),
      createdAt: new Date(now),
    };
    const draftId = draft.id;
    await tx.draftPlan.upsert({ where: { draftId }, create: { draftId, ...row }, update: row });
    const expiresAt = expiryOf(now, dueOn);
    if (expiresAt > draft.expiresAt) await tx.draft.update({ where: { id: draftId }, data: { expiresAt } });
  });
}

/** Nothing happens on its day any more; the draft stays. */
export async function cancelPlan(token: string): Promise<void> {
  await withActor(holderOf(token), tx => tx.draftPlan.deleteMany({ where: { draftId: keysOf(token).id } }));
}
