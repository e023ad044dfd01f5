import type { Actor } from '#app/domain/case/states.ts';
import type { ClockEvent } from '#app/domain/deadline/clock-events.ts';
import { deadline } from '#app/domain/deadline/deadline.ts';
import type { ClockKind, DeadlineRule } from '#app/domain/deadline/rule.ts';
import type { TraceLine } from '#app/domain/deadline/trace.ts';
import { type ClockStory, chooseVersions, type KnownVersions } from '#app/domain/rules/version-choice.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type Candidate, candidateOf } from './candidate.server.ts';
import type { Activated } from './clock-moves.ts';

/** A clock as somebody imagines it: of which kind of case, and what happens to it. Instants are ISO. */
interface BenchQuestion {
  readonly clock: ClockKind;
  readonly category: string;
  readonly track: string;
  readonly urgent: boolean;
  readonly region: string;
  readonly startedAt: string;
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly extended: boolean;
  readonly stoppedAt: string | null;
}

/** What a set of versions makes of it. */
export interface BenchResult {
  readonly rule: DeadlineRule;
  readonly calendarVersion: string;
  readonly dueAt: string;
  readonly dueOn: PlainDate;
  readonly trace: readonly TraceLine[];
}

function eventsOf({ startedAt, pauses, extended, stoppedAt }: BenchQuestion): readonly ClockEvent[] {
  return [
    { type: 'started', at: startedAt },
    ...pauses.flatMap(({ from, to }): ClockEvent[] => [
      { type: 'paused', at: from },
      ...(to === null ? [] : [{ type: 'resumed' as const, at: to }]),
    ]),
    ...(extended ? [{ type: 'extended' as const, at: startedAt }] : []),
    ...(stoppedAt === null ? [] : [{ type: 'stopped' as const, at: stoppedAt }]),
  ];
}

function resultUnder(versions: KnownVersions, question: BenchQuestion): BenchResult {
  const { clock: kind, startedAt, stoppedAt, category, track, urgent, region } = question;
  const events = eventsOf(question);
  const of = { category, track, urgent, region };
  const story: ClockStory = { kind, case: of, startedAt, events, settledAt: stoppedAt };
  const { rule, calendar } = chooseVersions(versions, story);
  const { dueAt, dueOn, trace } = deadline({ rule, calendar, timeZone: versions.timeZone, events });
  return { rule, calendarVersion: calendar.version, dueAt, dueOn, trace };
}

/** As if the version had been in force when the clock starts, whenever that is. */
function withCandidate(
  { rule, calendar }: Candidate,
  current: KnownVersions,
  startedAt: string,
): KnownVersions {
  const validFrom = localDateOf(startedAt, current.timeZone);
  const others = current.rules.filter(({ id }) => id !== rule?.id);
  const shown = calendar === null ? null : { ...calendar, activatedAt: startedAt };
  return {
    ...current,
    rules: rule === null ? others : [...others, { ...rule, validFrom, activatedAt: startedAt }],
    calendars: shown === null ? current.calendars : [shown],
  };
}

/**
 * Counts an imagined clock by the versions in force, and beside it by a draft or published one.
 * @throws AppError `not-found`, `invalid-input`
 */
export async function tryVersions(bench: {
  readonly actor: Actor;
  readonly question: BenchQuestion;
  readonly version: Pick<Activated, 'kind' | 'id'> | null;
  /** ISO instant. */
  readonly now: string;
}): Promise<{ readonly current: BenchResult; readonly candidate: BenchResult | null }> {
  const { actor, question, version, now } = bench;
  const profile = activeProfile();
  const candidate = version === null ? null : await withActor(actor, tx => candidateOf(tx, version, now));
  const tried = candidate === null ? null : withCandidate(candidate, profile, question.startedAt);
  try {
    return {
      current: resultUnder(profile, question),
      candidate: tried === null ? null : resultUnder(tried, question),
    };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AppError('invalid-input', { fields: { startedAt: { code: 'invalid' } }, cause });
  }
}
