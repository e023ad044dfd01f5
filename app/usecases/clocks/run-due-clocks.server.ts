import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { log } from '#app/platform/log.server.ts';
import { activeProfile } from '../profile.server.ts';
import { advanceCases, type NextSteps } from './advance-cases.server.ts';
import { dueSteps, reminderSteps } from './clock-steps.ts';

/** Cases written by one statement. */
const BATCH = 50;

interface Selection {
  readonly now: string;
  readonly limit: number;
  /** Cases to pass over. */
  readonly except: readonly string[];
}

type Select = (tx: Tx, selection: Selection) => Promise<readonly { id: string }[]>;

// Each selection locks its cases and passes over those that another worker holds, so that two workers share the
// work and none is done twice. A case with two due clocks is found twice and advanced once.

const WITH_DUE_CLOCK: Select = (tx, { now, limit, except }) => tx.$queryRaw`
  SELECT c.id FROM "clock" k JOIN "case" c ON c.id = k.case_id
  WHERE k.state IN ('running', 'paused') AND k.due_at < ${now}::timestamptz
    AND c.id <> ALL(${except}::uuid[])
  ORDER BY k.due_at LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`;

const WITH_PAUSE_AT_ITS_CAP: Select = (tx, { now, limit, except }) => tx.$queryRaw`
  SELECT c.id FROM "clock" k JOIN "case" c ON c.id = k.case_id
  WHERE k.state = 'paused' AND k.resumes_at <= ${now}::timestamptz AND c.id <> ALL(${except}::uuid[])
  ORDER BY k.resumes_at LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`;

const WITH_DUE_REMINDER: Select = (tx, { now, limit, except }) => tx.$queryRaw`
  SELECT c.id FROM "clock" k JOIN "case" c ON c.id = k.case_id
  WHERE k.state = 'running' AND k.reminded_at IS NULL AND k.remind_at <= ${now}::timestamptz
    AND k.due_at >= ${now}::timestamptz AND c.id <> ALL(${except}::uuid[])
  ORDER BY k.remind_at LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`;

/** Back from the complainant after the operator's time had already run out: the consequence is still to be drawn. */
const WITH_DUE_CONSEQUENCE: Select = (tx, { now, limit, except }) => {
  const rules = activeProfile()
    .rules.filter(({ consequence }) => consequence === 'escalate' || consequence === 'deem-upheld')
    .map(({ id }) => id);
  return tx.$queryRaw`
    SELECT c.id FROM "case" c JOIN "clock" k ON k.case_id = c.id
    WHERE c.state = 'served' AND c.due_at < ${now}::timestamptz AND k.kind = 'respond'
      AND k.state = 'breached' AND k.rule_id = ANY(${rules}) AND c.id <> ALL(${except}::uuid[])
    ORDER BY c.due_at LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`;
};

/** How many cases were found; those that failed are named so that the caller can leave them for a while. */
export interface ClockRun {
  readonly found: number;
  readonly failed: readonly string[];
}

/** Which cases to leave alone in this run. */
export interface ClockRunOptions {
  readonly except?: readonly string[];
}

async function runBatch(
  select: Select,
  next: NextSteps,
  now: string,
  { except = [] }: ClockRunOptions,
): Promise<ClockRun> {
  let ids: string[] = [];
  try {
    await withActor(SYSTEM, async tx => {
      const found = await select(tx, { now, limit: BATCH, except });
      ids = [...new Set(found.map(({ id }) => id))];
      await advanceCases(tx, ids, next, now);
    });
    return { found: ids.length, failed: [] };
  } catch (error) {
    if (ids.length === 0) throw error;
    log.warn({ err: error, cases: ids.length }, 'clocks: one by one after a failure');
    return runOneByOne(ids, next, now);
  }
}

/** After a failed batch: the case at fault must not keep the others waiting. */
async function runOneByOne(ids: readonly string[], next: NextSteps, now: string): Promise<ClockRun> {
  const failed: string[] = [];
  for (const id of ids) {
    try {
      await withActor(SYSTEM, async tx => {
        const locked = await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM "case" WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED`;
        if (locked.length > 0) await advanceCases(tx, [id], next, now);
      });
    } catch (error) {
      failed.push(id);
      log.error({ err: error, caseId: id }, 'the clocks of a case could not be run');
    }
  }
  return { found: ids.length, failed };
}

/**
 * Draws the consequences of up to fifty cases' clocks that have run out: each breach is recorded once, with what its
 * rule says follows, in one transaction. Call it until nothing is found.
 */
export function runDueClocks(now: string, options: ClockRunOptions = {}): Promise<ClockRun> {
  return runBatch(WITH_DUE_CLOCK, dueSteps, now, options);
}

/** Lets clocks run again whose longest pause is over; the event shows it, the deadline has counted with it all along. */
export function resumePausedClocks(now: string, options: ClockRunOptions = {}): Promise<ClockRun> {
  return runBatch(WITH_PAUSE_AT_ITS_CAP, dueSteps, now, options);
}

/** Reminds of deadlines that come near: the operator of its own, the complainant of the time to judge an answer. */
export function sendDueReminders(now: string, options: ClockRunOptions = {}): Promise<ClockRun> {
  return runBatch(WITH_DUE_REMINDER, reminderSteps, now, options);
}

/** Draws consequences that could not be drawn at the time because the case was with the complainant. */
export function drawLateConsequences(now: string, options: ClockRunOptions = {}): Promise<ClockRun> {
  return runBatch(WITH_DUE_CONSEQUENCE, dueSteps, now, options);
}
