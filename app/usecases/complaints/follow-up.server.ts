import { randomUUID } from 'node:crypto';
import { isSandbox } from '#app/domain/access/sandbox.ts';
import type { Command, Effect } from '#app/domain/case/lifecycle.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import type { JobRequest } from '#app/jobs/contracts.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { type Watcher, watchersOf } from '../casework/watcher-addresses.server.ts';
import { assignServed } from '../desk/assign-served.server.ts';
import { complainantAddresses } from '../notifications/notification-choices.server.ts';
import { activeProfile } from '../profile.server.ts';
import { noteAcknowledged } from '../service/note-acknowledged.server.ts';
import { queueWebhooks } from '../service/queue-webhooks.server.ts';
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
  readonly channel: 'mail' | 'sms';
  readonly address: string;
  readonly language: Language;
  /** A person of the desk who follows the case. */
  readonly watcher?: string;
}

/** Where the parties of some cases are reached. */
interface Addresses {
  /** By operator. */
  readonly desks: ReadonlyMap<string, string | null>;
  /** By case. */
  readonly complainants: Awaited<ReturnType<typeof complainantAddresses>>;
  readonly watchers: readonly Watcher[];
}

async function addressesOf(tx: Tx, followUps: readonly FollowUp[]): Promise<Addresses> {
  const concerned = (effect: Effect) => followUps.filter(({ effects }) => effects.includes(effect));
  const operatorIds = concerned('mail-operator').map(({ after }) => after.projection.operatorId);
  const caseIds = concerned('mail-complainant').map(({ after }) => after.id);
  const operators =
    operatorIds.length === 0 ? [] : await tx.operator.findMany({ where: { id: { in: operatorIds } } });
  return {
    desks: new Map(operators.map(({ id, deskEmail }) => [id, deskEmail])),
    complainants: await complainantAddresses(tx, caseIds),
    watchers: await watchersOf(
      tx,
      concerned('mail-operator').map(({ after }) => after.id),
    ),
  };
}

/** Whoever follows the case hears of what concerns its operator, each in their own language. */
function watching({ after }: FollowUp, { watchers }: Addresses): readonly Recipient[] {
  const { defaultLanguage } = activeProfile();
  return watchers
    .filter(({ caseId }) => caseId === after.id)
    .map(({ userId, email, language }) => ({
      channel: 'mail',
      address: email,
      language: isLanguage(language) ? language : defaultLanguage,
      watcher: userId,
    }));
}

function recipientsOf(audience: Audience, followUp: FollowUp, addresses: Addresses): readonly Recipient[] {
  const { after } = followUp;
  const { desks, complainants } = addresses;
  const { regulator, defaultLanguage } = activeProfile();
  const { projection } = after;
  const byMail = (address: string) => [{ channel: 'mail', address, language: defaultLanguage } as const];
  if (audience === 'regulator') return byMail(regulator.contact.email);
  if (audience === 'operator') {
    const desk = projection.servedAt === null ? null : desks.get(projection.operatorId);
    return [...(desk == null ? [] : byMail(desk)), ...watching(followUp, addresses)];
  }
  const filedIn = projection.filed.language;
  const spoken = isLanguage(filedIn) ? filedIn : defaultLanguage;
  return (complainants.get(after.id) ?? []).map(({ channel, to, language = spoken }) => ({
    ...{ channel, language },
    address: to,
  }));
}

/** A mail keeps the key that it had before there were other ways to write. */
function dedupeKeyOf(base: string, { channel, watcher }: Recipient): string {
  if (watcher !== undefined) return `${base}/watcher/${watcher}`;
  return channel === 'mail' ? base : `${base}/${channel}`;
}

function messagesOf(followUp: FollowUp, addresses: Addresses) {
  const { after, effects, command, now } = followUp;
  const eventSeq = after.projection.lastSeq;
  const audiences = effects.flatMap(effect => AUDIENCES[effect] ?? []);
  return audiences.flatMap(audience =>
    recipientsOf(audience, followUp, addresses).map(recipient => ({
      id: randomUUID(),
      caseId: after.id,
      eventSeq,
      dedupeKey: dedupeKeyOf(`${after.id}/${eventSeq}/${audience}`, recipient),
      kind: `${audience}.${command}`,
      channel: recipient.channel,
      recipient: recipient.address,
      language: recipient.language,
      subject: '',
      text: '',
      state: 'queued',
      createdAt: now,
    })),
  );
}

function jobOf({ id, channel }: { id: string; channel: Recipient['channel'] }): JobRequest {
  return channel === 'mail'
    ? { name: 'send-mail', data: { mailId: id } }
    : { name: 'send-sms', data: { messageId: id } };
}

function servedCase({ after, now }: FollowUp) {
  const { operatorId, filed } = after.projection;
  return { caseId: after.id, operatorId, category: filed.category, now };
}

/** Puts mails, SMS and webhooks into their outboxes and jobs into the queue, in the transaction of their events. */
export async function followUpAll(tx: Tx, given: readonly FollowUp[]): Promise<void> {
  // Nobody is written to about an invented case; the system that is tried out with it hears of it.
  const followUps = given.filter(({ after }) => !isSandbox(after.projection.operatorId));
  const addresses = await addressesOf(tx, followUps);
  const messages = followUps.flatMap(followUp => messagesOf(followUp, addresses));
  if (messages.length > 0) await tx.mailOutbox.createMany({ data: messages });
  await assignServed(tx, given.filter(({ command }) => command === 'serve').map(servedCase));
  const served = followUps.filter(({ effects }) => effects.includes('serve-operator'));
  const jobs: JobRequest[] = [
    ...served.map(({ after }) => ({ name: 'process-filing', data: { caseId: after.id } }) as const),
    ...messages.map(jobOf),
  ];
  if (jobs.length > 0) await enqueue(tx, jobs);
  await noteAcknowledged(tx, given);
  await queueWebhooks(tx, given);
}

/** `followUpAll` for one command. */
export function followUps(tx: Tx, followUp: FollowUp): Promise<void> {
  return followUpAll(tx, [followUp]);
}
