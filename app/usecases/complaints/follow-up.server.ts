import { randomUUID } from 'node:crypto';
import type { Command, Effect } from '#app/domain/case/lifecycle.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import type { JobRequest } from '#app/jobs/contracts.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { activeProfile } from '../profile.server.ts';
import type { LoadedCase } from './case-store.server.ts';

/** The parties that mails go to. The kind of a mail is `<audience>.<command>`, its text composed when sent. */
type Audience = 'complainant' | 'operator' | 'regulator';

interface FollowUp {
  readonly after: LoadedCase;
  readonly effects: readonly Effect[];
  readonly command: Command;
  readonly now: string;
}

const AUDIENCES: Partial<Record<Effect, Audience>> = {
  'mail-complainant': 'complainant',
  'mail-operator': 'operator',
  'mail-regulator': 'regulator',
};

interface Recipient {
  readonly address: string;
  readonly language: Language;
}

async function recipientOf(tx: Tx, audience: Audience, after: LoadedCase): Promise<Recipient | null> {
  const profile = activeProfile();
  if (audience === 'regulator')
    return { address: profile.regulator.contact.email, language: profile.defaultLanguage };
  if (audience === 'operator') {
    const operator = await tx.operator.findUnique({ where: { id: after.projection.operatorId } });
    return operator?.deskEmail == null || after.projection.servedAt === null
      ? null
      : { address: operator.deskEmail, language: profile.defaultLanguage };
  }
  const contact = await tx.complainantContact.findUnique({ where: { caseId: after.id } });
  const language = after.projection.filed.language;
  if (contact?.email == null) return null;
  return { address: contact.email, language: isLanguage(language) ? language : profile.defaultLanguage };
}

/** Puts mails into the outbox and jobs into the queue, in the transaction of the events that they follow. */
export async function followUps(tx: Tx, { after, effects, command, now }: FollowUp): Promise<void> {
  const jobs: JobRequest[] = [];
  for (const effect of effects) {
    if (effect === 'serve-operator') jobs.push({ name: 'process-filing', data: { caseId: after.id } });
    const audience = AUDIENCES[effect];
    const recipient = audience === undefined ? null : await recipientOf(tx, audience, after);
    if (audience === undefined || recipient === null) continue;
    const id = randomUUID();
    const eventSeq = after.projection.lastSeq;
    await tx.mailOutbox.create({
      data: {
        id,
        caseId: after.id,
        eventSeq,
        dedupeKey: `${after.id}/${eventSeq}/${audience}`,
        kind: `${audience}.${command}`,
        recipient: recipient.address,
        language: recipient.language,
        subject: '',
        text: '',
        state: 'queued',
        createdAt: now,
      },
    });
    jobs.push({ name: 'send-mail', data: { mailId: id } });
  }
  if (jobs.length > 0) await enqueue(tx, jobs);
}
