import type { RecordedEvent } from '#app/domain/case/events.ts';
import { type CaseState, SYSTEM } from '#app/domain/case/states.ts';
import type { ClockKind } from '#app/domain/deadline/rule.ts';
import { isLanguage, type Language, type LocalisedText } from '#app/domain/shared/language.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { MailOutbox } from '#app/platform/db/generated/client.ts';
import { env } from '#app/platform/env.server.ts';
import { type LoadedCase, loadCase, withEvents } from '../complaints/case-store.server.ts';
import type { ProjectedClock } from '../complaints/project-clocks.ts';
import { stopToken } from '../notifications/stop-token.server.ts';
import { activeProfile } from '../profile.server.ts';

/** A deadline as a mail names it. */
export interface MailDeadline {
  readonly clock: ClockKind;
  /** ISO instant. */
  readonly dueAt: string;
  /** Whether the hour matters: rules in hours end at an instant, all others at the end of a day. */
  readonly inHours: boolean;
  readonly ruleText: LocalisedText;
}

/** Everything that a mail's text may say; nothing about a person is in it. */
export interface MailOccasion {
  readonly kind: string;
  readonly language: Language;
  readonly reference: string;
  readonly state: CaseState;
  readonly category: string;
  readonly operatorName: string;
  readonly regulatorName: LocalisedText;
  readonly regulatorEmail: string;
  /** The event on whose occasion the mail goes out. */
  readonly event: RecordedEvent | null;
  /** The latest deadline of each clock. */
  readonly deadlines: Partial<Record<ClockKind, MailDeadline>>;
  /** An operator filed: it follows the case by its account, without a code. */
  readonly filedByOperator: boolean;
  readonly timeZone: string;
  /** Origin of the portal. */
  readonly publicUrl: string;
  /** Where the complainant stops such messages; null in mails to others. */
  readonly stopUrl: string | null;
}

function deadlineOf(clock: ProjectedClock): MailDeadline {
  const { kind, dueAt, rule } = clock;
  return { clock: kind, dueAt, inHours: rule.unit === 'hours', ruleText: rule.text };
}

/** A case that is being served gets its deadlines with the delivery of this very mail. */
function asIfServed(loaded: LoadedCase, mail: MailOutbox, now: string): LoadedCase {
  const payload = {
    deliveryId: mail.deliveryId ?? '',
    operatorId: loaded.projection.operatorId,
    channel: 'mail',
    attempts: 1,
  };
  return withEvents(loaded, [{ type: 'served', payload }], { actor: SYSTEM, at: now });
}

function stopUrlOf({ kind, caseId }: MailOutbox): string | null {
  const toComplainant = kind.startsWith('complainant.') && caseId !== null;
  return toComplainant ? `${env().PUBLIC_URL}/s/${stopToken(caseId)}` : null;
}

/** Reads what a mail is about, as the case stands now. Call it as the system. @throws AppError not-found */
export async function readMailOccasion(tx: Tx, mail: MailOutbox, now: string): Promise<MailOccasion> {
  const profile = activeProfile();
  const stored = await loadCase(tx, mail.caseId ?? '');
  const serving = mail.kind === 'operator.serve' && stored.projection.state === 'filed';
  const { projection, events, clocks } = serving ? asIfServed(stored, mail, now) : stored;
  const operator = await tx.operator.findUnique({ where: { id: projection.operatorId } });
  return {
    kind: mail.kind,
    language: isLanguage(mail.language) ? mail.language : profile.defaultLanguage,
    reference: projection.filed.reference,
    state: projection.state,
    category: projection.filed.category,
    operatorName: operator?.name ?? projection.operatorId,
    regulatorName: profile.regulator.name,
    regulatorEmail: profile.regulator.contact.email,
    event: events.find(({ seq }) => seq === mail.eventSeq) ?? null,
    deadlines: Object.fromEntries(clocks.map(clock => [clock.kind, deadlineOf(clock)])),
    filedByOperator: projection.filed.filedByOrganisation !== undefined,
    timeZone: profile.timeZone,
    publicUrl: env().PUBLIC_URL,
    stopUrl: stopUrlOf(mail),
  };
}
