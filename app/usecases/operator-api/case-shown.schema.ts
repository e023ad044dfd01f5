import { z } from 'zod';
import { OPERATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { EVIDENCE_STANDINGS } from '#app/domain/evidence/standing.ts';
import { SEEN_STATES } from '../complaints/queue-filter.schema.ts';

const instant = z.iso.datetime().meta({ description: 'Instant in UTC.' });
const day = z.iso.date().meta({ description: "Calendar day in the regulator's time zone." });
const state = z.enum(SEEN_STATES).meta({ id: 'CaseState', description: 'Where the case stands.' });
const reference = z
  .string()
  .meta({ description: 'What everybody calls the case by.', examples: ['MA-2026-7K3F-9QXM-T'] });
const version = z.int().meta({ description: 'Grows with each change; also the ETag, for If-Match.' });
const links = z.object({ self: z.url() });

const money = z
  .object({
    amountMinor: z.int().meta({ description: 'In minor units: centimes, or francs where there are none.' }),
    currency: z.string().meta({ description: 'ISO 4217.' }),
  })
  .meta({ id: 'Money' });

/** What a list shows of a case. */
export const ListedCase = z
  .object({
    reference,
    version,
    state,
    track: z.string(),
    service: z.string(),
    category: z.string(),
    issues: z.array(z.string()),
    region: z.string().meta({ description: 'ISO 3166-2.' }),
    urgent: z.boolean(),
    filedAt: instant,
    servedAt: instant.nullable(),
    acknowledged: z.boolean(),
    dueAt: instant.nullable().meta({ description: 'When the clock on which the case waits ends.' }),
    dueClock: z.string().nullable(),
    overdue: z.boolean(),
    changedAt: instant.meta({ description: 'When the case last changed: what `updated_since` looks at.' }),
    links,
  })
  .meta({ id: 'ListedCase' });

export const CaseListShown = z
  .object({
    cases: z.array(ListedCase),
    nextCursor: z.string().nullable().meta({ description: 'For the next page; null on the last one.' }),
    syncedThrough: instant.meta({
      description:
        'The `updated_since` of the next synchronisation. Changes of the last minute come once more: compare `version`.',
    }),
  })
  .meta({ id: 'CaseList' });

const traceLine = z
  .looseObject({
    date: day,
    counts: z.boolean(),
    reason: z.string().meta({ description: 'Why the day counts or does not.' }),
    number: z.number().optional().meta({ description: 'Units counted by the end of the day.' }),
    holiday: z.string().optional().meta({ description: 'In the language of the answer.' }),
    pause: z.string().optional().meta({ description: 'Code of the reason for which the clock stood.' }),
    text: z.string().meta({ description: 'The reason in words, in the language of the answer.' }),
  })
  .meta({ id: 'TraceLine', description: 'One local day between the start of a clock and its deadline.' });

const clock = z
  .object({
    kind: z.enum(CLOCK_KINDS).or(z.string()),
    standing: z.string().meta({ description: 'running, soon, overdue, paused, met, breached or stopped' }),
    dueOn: day,
    dueAt: instant,
    resumesAt: instant
      .nullable()
      .meta({ description: 'When a clock that stands runs again by itself: the longest pause is over.' }),
    published: z.boolean().meta({ description: 'Its breach may be published with the operator’s name.' }),
    recount: z
      .string()
      .nullable()
      .meta({ description: 'Path of the public calculator that counts the date again, day by day.' }),
    rule: z.object({ id: z.string(), text: z.string(), source: z.string(), assumed: z.boolean() }).nullable(),
    calendar: z.string().meta({ description: 'Version of the calendar that was counted by.' }),
    trace: z.array(traceLine),
  })
  .meta({ id: 'Clock' });

const message = z
  .object({ kind: z.string(), by: z.string(), name: z.string().nullable(), body: z.string(), at: instant })
  .meta({ id: 'Message' });

export const MessagesShown = z.object({ messages: z.array(message) }).meta({ id: 'MessageList' });

const evidence = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: 'Bytes of the original.' }),
    sha256: z.string().meta({ description: 'Of the original, as sealed in the record.' }),
    addedBy: z.string(),
    addedAt: instant,
    standing: z.enum(EVIDENCE_STANDINGS).meta({ description: 'Only what is ready can be downloaded.' }),
    links,
  })
  .meta({ id: 'Evidence' });

const givenAnswer = z
  .object({
    number: z.int(),
    at: instant,
    message: z.string(),
    items: z.array(
      z.looseObject({
        issue: z.string(),
        outcome: z.enum(OPERATOR_OUTCOMES).or(z.string()),
        cause: z.string().nullable(),
        action: z.string().nullable(),
        date: z.string().nullable(),
        amountMinor: z.int().nullable(),
        proof: z.string().nullable(),
        evidenceIds: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'GivenAnswer' });

/** A whole case as its operator may see it. */
export const CaseShown = z
  .object({
    reference,
    version,
    state,
    stateText: z.string(),
    track: z.string(),
    service: z.string(),
    category: z.string(),
    issues: z.array(z.string()),
    region: z.string().nullable(),
    commune: z.string().nullable(),
    urgent: z.boolean(),
    vulnerability: z.array(z.string()),
    language: z.string().meta({ description: 'In which the complainant wants to read.' }),
    filedAt: instant,
    servedAt: instant.nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    ongoing: z.boolean(),
    amount: money.nullable().meta({ description: 'In dispute.' }),
    remedySought: z.array(z.string()),
    customer: z
      .object({
        name: z.string(),
        lineNumber: z.string().nullable(),
        organisationName: z.string().nullable(),
        organisationNumber: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Null once personal data has been erased.' }),
    narrative: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
    attempts: z.array(z.looseObject({ on: z.string(), channel: z.string(), result: z.string() })),
    evidence: z.array(evidence),
    clocks: z.array(clock),
    messages: z.array(message),
    answers: z.array(givenAnswer),
    decisions: z.array(
      z.object({
        outcome: z.string(),
        reasons: z.string(),
        remedy: z.string().nullable(),
        amount: money.nullable(),
        at: instant,
      }),
    ),
    outcomes: z.object({
      operator: z.string().nullable(),
      complainant: z.string().nullable(),
      regulator: z.string().nullable(),
    }),
    timeline: z.array(
      z.object({ seq: z.int(), type: z.string(), at: instant, by: z.string(), text: z.string() }),
    ),
    commands: z.array(z.string()).meta({ description: 'What may be done now.' }),
    links,
  })
  .meta({ id: 'Case' });

/** How a case stands after a command. */
export const CaseStandingShown = z
  .object({
    reference,
    version,
    state,
    answerWaits: z.boolean().meta({
      description: "The answer waits for your desk's second reader; nothing has gone to the complainant.",
    }),
    commands: z.array(z.string()).meta({ description: 'What may be done now.' }),
    links,
  })
  .meta({ id: 'CaseStanding' });
