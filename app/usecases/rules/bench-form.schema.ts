import { z } from 'zod';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { instantOf } from '#app/domain/shared/plain-date.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { flag, line, oneOf, optional } from '../complaints/complaint.schema.ts';

/** Clocks are tried where calendars and zones are known. */
const YEARS = { from: '2000', to: '2100' };

function moment(timeZone: string) {
  return z.string({ error: 'required' }).transform((raw, ctx) => {
    const instant = instantOf(raw.trim(), timeZone);
    if (instant !== null && instant > YEARS.from && instant < YEARS.to) return instant;
    ctx.addIssue({ code: 'custom', message: raw.trim() === '' ? 'required' : 'not-a-date' });
    return z.NEVER;
  });
}

const version = optional(line(120)).transform((asked = '') => {
  const [, kind, id] = /^(rule|calendar):(.+)$/u.exec(asked) ?? [];
  return id === undefined ? null : ({ kind: kind === 'rule' ? 'rule' : 'calendar', id } as const);
});

/** An imagined clock as its form tells it, on the clocks of the regulator's zone. */
export function benchForm(timeZone: string) {
  const at = optional(moment(timeZone));
  return z
    .object({
      clock: oneOf(CLOCK_KINDS),
      category: oneOf(CATEGORY_KEYS),
      track: oneOf(TRACKS),
      urgent: flag,
      region: line(12),
      startedAt: moment(timeZone),
      ...{ pause1From: at, pause1To: at, pause2From: at, pause2To: at },
      extended: flag,
      stoppedAt: at,
      version,
    })
    .superRefine(({ startedAt, stoppedAt, pause1From, pause1To, pause2From, pause2To }, ctx) => {
      const late = (path: string, from: string | undefined, to: string | undefined) => {
        if (from !== undefined && to !== undefined && to < from) {
          ctx.addIssue({ code: 'custom', path: [path], message: 'before-start' });
        }
      };
      late('stoppedAt', startedAt, stoppedAt);
      late('pause1To', pause1From, pause1To);
      late('pause2To', pause2From, pause2To);
    })
    .transform(({ pause1From, pause1To, pause2From, pause2To, stoppedAt, ...question }) => ({
      ...question,
      stoppedAt: stoppedAt ?? null,
      pauses: [
        { from: pause1From, to: pause1To ?? null },
        { from: pause2From, to: pause2To ?? null },
      ].flatMap(({ from, to }) => (from === undefined ? [] : [{ from, to }])),
    }));
}
