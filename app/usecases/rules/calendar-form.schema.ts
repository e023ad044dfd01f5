import { z } from 'zod';
import { APPLIES_TO } from '#app/domain/deadline/activation.ts';
import { type CalendarChange, settleFeast, type TentativeFeast } from '#app/domain/rules/calendar-change.ts';
import { isPlainDate } from '#app/domain/shared/plain-date.ts';
import { line, listOf, oneOf, optional, paragraphs } from '../complaints/complaint.schema.ts';

const day = z
  .string({ error: 'required' })
  .refine(value => value !== '', { error: 'required', abort: true })
  .refine(isPlainDate, 'not-a-date');

const WHY = {
  source: line(300, 3),
  reason: paragraphs(1000, 5),
  appliesTo: oneOf(APPLIES_TO),
};

const NAMES = ['nameFr', 'nameAr', 'nameDe', 'nameEn'] as const;

const DECLARED = {
  on: day,
  /** A key of the calendar; empty for a name of its own in four languages. */
  name: optional(line(80)),
  nameFr: optional(line(120, 2)),
  nameAr: optional(line(120, 2)),
  nameDe: optional(line(120, 2)),
  nameEn: optional(line(120, 2)),
  regions: listOf(line(12), { max: 40 }),
};

const declared = z.object(DECLARED);

function changeOf(fields: z.output<typeof declared>): CalendarChange {
  const { on, name, regions } = fields;
  const where = regions.length > 0 ? { regions: [...regions] } : {};
  if (name !== undefined) return { do: 'declare', on, name, ...where };
  const { nameFr = '', nameAr = '', nameDe = '', nameEn = '' } = fields;
  const names = { ar: nameAr, de: nameDe, en: nameEn, fr: nameFr };
  return { do: 'declare', on, name: `declared-${on}`, names, ...where };
}

/** A day needs a name: one that the calendar has, or its own in every language. */
function refuseUnnamed(fields: z.output<typeof declared>, ctx: z.core.$RefinementCtx): void {
  if (fields.name !== undefined) return;
  for (const field of NAMES.filter(key => fields[key] === undefined)) {
    ctx.addIssue({ code: 'custom', path: [field], message: 'required' });
  }
}

/** A further day in a draft. */
export const DECLARE_DAY = declared.superRefine(refuseUnnamed).transform(changeOf);

/** A day off, with where it was announced and why. */
export const DECLARE_HOLIDAY = z
  .object({ ...DECLARED, ...WHY })
  .superRefine(refuseUnnamed)
  .transform(fields => {
    const { source, reason, appliesTo } = fields;
    return { changes: [changeOf(fields)], source, reason, appliesTo };
  });

/** A day that is moved (`to`) or no longer off; `day` is "2026-10-31 unity-day". */
export const CHANGE_HOLIDAY = z
  .object({ day: line(120), to: optional(day), ...WHY })
  .transform(({ day: which, to, ...why }) => {
    const [on = '', name = ''] = which.split(' ');
    const change: CalendarChange =
      to === undefined ? { do: 'remove', on, name } : { do: 'move', on, to, name };
    return { changes: [change], ...why };
  });

/** Where a feast was announced, and its first day. */
export const SETTLE_FEAST = z.object({ feast: line(120), on: day, source: line(300, 3) });

/** The changes that settle one of the feasts that wait, named "eid-al-adha 2026-05-27"; none when it doesn't wait. */
export function settledFeast(
  feasts: readonly TentativeFeast[],
  { feast, on }: { readonly feast: string; readonly on: string },
): readonly CalendarChange[] {
  const waiting = feasts.find(({ name, days: [first] }) => `${name} ${first}` === feast);
  return waiting === undefined ? [] : settleFeast(waiting, on);
}
