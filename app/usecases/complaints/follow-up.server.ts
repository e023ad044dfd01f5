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

/** What follows from one command: the case right after it, and the effects that the lifecycle names. */
export interface FollowUp {
  readonly after: LoadedCase;
  readonly effects: readonly Effect[];
  readonly command: Command;
  /** ISO instant. */
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

/** Where the parties of some cases are reached. */
interface Addresses {
  /** By operator. */
  readonly desks: ReadonlyMap<string, string | null>;
  /** By case. */
  readonly contacts: ReadonlyMap<string, string | null>;
}

async function addressesOf(tx: Tx, followUps: readonly FollowUp[]): Promise<Addresses> {
  const concerned = (effect: Effect) => followUps.filter(({ effects }) => effects.includes(effect));
  const operatorIds = concerned('mail-operator').map(({ after }) => after.projection.operatorId);
  const caseIds = concerned('mail-complainant').map(({ after }) => after.id);
  const operators =
    operatorIds.length === 0 ? [] : await tx.operator.findMany({ where: { id: { in: operatorIds } } });
  const contacts =
    caseIds.length === 0 ? [] : await tx.complainantContact.findMany({ where: { caseId: { in: caseIds } } });
  return {
    desks: new Map(operators.map(({ id, deskEmail }) => [id, deskEmail])),
    contacts: new Map(contacts.map(({ caseId, email }) => [caseId, email])),
  };
}

function recipientOf(audience: Audience, { after }: FollowUp, addresses: Addresses): Recipient | null {
  const { regulator, defaultLanguage } = activeProfile();
  const { projection } = after;
  if (audience === 'regulator') return { address: regulator.contact.email, language: defaultLanguage };
  if (audience === 'operator') {
    const desk = projection.servedAt === null ? null : addresses.desks.get(projection.operatorId);
    return desk == null ? null : { address: desk, language: defaultLanguage };
  }
  const email = addresses.contacts.get(after.id);
  const { language } = projection.filed;
  return email == null
    ? null
    : { address: email, language: isLanguage(language) ? language : defaultLanguage };
}

function mailsOf(followUp: FollowUp, addresses: Addresses) {
  const { after, effects, command, now } = followUp;
  const eventSeq = after.projection.lastSeq;
  return effects.flatMap(effect => {
    const audience = AUDIENCES[effect];
    const recipient = audience === undefined ? null : recipientOf(audience, followUp, addresses);
    if (audience === undefined || recipient === null) return [];
    return {
      id: randomUUID(),
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
    };
  });
}

/** Puts mails into the outbox and jobs into the queue, in the transaction of the events that they follow. */
export async function followUpAll(tx: Tx, followUps: readonly FollowUp[]): Promise<void> {
  const addresses = await addressesOf(tx, followUps);
  const mails = followUps.flatMap(followUp => mailsOf(followUp, addresses));
  if (mails.length > 0) await tx.mailOutbox.createMany({ data: mails });
  const served = followUps.filter(({ effects }) => effects.includes('serve-operator'));
  const jobs: JobRequest[] = [
    ...served.map(({ after }) => ({ name: 'process-filing', data: { caseId: after.id } }) as const),
    ...mails.map(({ id }) => ({ name: 'send-mail', data: { mailId: id } }) as const),
  ];
  if (jobs.length > 0) await enqueue(tx, jobs);
}

/** `followUpAll` for one command. */
export function followUps(tx: Tx, followUp: FollowUp): Promise<void> {
  return followUpAll(tx, [followUp]);
}
