import { z } from 'zod';
import { SEEN_STATES } from '../complaints/queue-filter.schema.ts';

/** Where a page of the list goes on: the last change and case that the page before had. */
export interface ListPlace {
  /** ISO instant. */
  readonly changedAt: string;
  readonly id: string;
  /** What the first page said: on later ones it would be too late by the time that the pages took. */
  readonly syncedThrough: string;
}

const INSTANT = '(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)';
const PLACE = new RegExp(`^${INSTANT}~([0-9a-f-]{36})~${INSTANT}$`);

/** A place as the address carries it: nothing that a client has to understand. */
export function cursorOf({ changedAt, id, syncedThrough }: ListPlace): string {
  return btoa(`${changedAt}~${id}~${syncedThrough}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function readCursor(cursor: string): ListPlace | null {
  if (!/^[\w-]{1,160}$/.test(cursor)) return null;
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const [, changedAt = '', id = '', syncedThrough = ''] = PLACE.exec(text) ?? [];
    const dated = [changedAt, syncedThrough].every(instant => !Number.isNaN(Date.parse(instant)));
    return dated && z.uuid().safeParse(id).success ? { changedAt, id, syncedThrough } : null;
  } catch {
    return null;
  }
}

const instant = z.iso.datetime({ offset: true, error: 'not-a-date' }).transform((text, ctx) => {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  ctx.addIssue({ code: 'custom', message: 'not-a-date' });
  return z.NEVER;
});

const cursor = z.string().transform((text, ctx) => {
  const place = readCursor(text);
  if (place !== null) return place;
  ctx.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
});

export const PAGE_LIMIT = { standard: 50, max: 200 };

const limit = z
  .string()
  .regex(/^\d{1,4}$/, 'not-a-number')
  .transform(Number)
  .pipe(z.number().min(1).max(PAGE_LIMIT.max))
  .optional()
  .meta({
    description: `Cases a page: 1 to ${PAGE_LIMIT.max}, ${PAGE_LIMIT.standard} unless told.`,
    override: { type: 'integer', minimum: 1, maximum: PAGE_LIMIT.max, default: PAGE_LIMIT.standard },
  });

/** What the list may be asked for, as the query of an address. */
export const ListQuery = z.strictObject({
  updated_since: instant.optional().meta({
    description: 'Only cases that changed at or after this instant. Take `syncedThrough` of the last list.',
  }),
  state: z.enum(SEEN_STATES, 'not-an-option').optional().meta({ description: 'Only cases in this state.' }),
  category: z.string().max(60).optional().meta({ description: 'Only cases of this category.' }),
  due_before: instant.optional().meta({
    description: 'Only cases whose running clock ends before this instant.',
  }),
  limit,
  cursor: cursor.optional().meta({
    description: '`nextCursor` of the page before, with the same filters.',
  }),
});
export type ListQuery = z.output<typeof ListQuery>;
