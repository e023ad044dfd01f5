import { z } from 'zod';
import type { AppliesTo } from '../deadline/activation.ts';
import { BREACH_CONSEQUENCES, CLOCK_KINDS, type DeadlineRule, DURATION_UNITS } from '../deadline/rule.ts';
import { type Instant, localDateOf } from '../shared/plain-date.ts';
import { TRACKS } from '../taxonomy/definition.ts';
import { CATEGORY_KEYS } from '../taxonomy/taxonomy.ts';

const duration = z.object({ amount: z.number().int().positive(), unit: z.enum(DURATION_UNITS) });

/** What administrators write of a rule; its number and the day from which it holds follow from its publication. */
export const RULE_DEFINITION = duration.extend({
  clock: z.enum(CLOCK_KINDS),
  scope: z.object({
    categories: z.array(z.enum(CATEGORY_KEYS)).optional(),
    tracks: z.array(z.enum(TRACKS)).optional(),
    urgent: z.boolean().optional(),
  }),
  validTo: z.string().optional(),
  cutOffHour: z.number().int().min(0).max(23).optional(),
  rollForward: z.boolean(),
  extension: duration.optional(),
  pauseCapDays: z.number().int().min(0),
  remindBefore: z.number().int().min(0),
  consequence: z.enum(BREACH_CONSEQUENCES),
  source: z.string(),
  text: z.object({ ar: z.string(), de: z.string(), en: z.string(), fr: z.string() }),
  assumed: z.literal(true).optional(),
});

export type RuleDefinition = z.infer<typeof RULE_DEFINITION>;

/** A published version as the clock engine takes it: it holds from the local day of its activation. */
export function ruleInForce(
  version: { readonly id: string; readonly definition: RuleDefinition; readonly appliesTo: AppliesTo },
  activatedAt: Instant,
  timeZone: string,
): DeadlineRule {
  const { id, definition, appliesTo } = version;
  return { ...definition, id, validFrom: localDateOf(activatedAt, timeZone), activatedAt, appliesTo };
}

/** What all versions of one deadline have in common: their id without its number. */
export function lineOf(ruleId: string): string {
  return ruleId.replace(/-\d+$/u, '');
}

/** What the versions of a deadline with such conditions are called: "ma-respond-business-urgent-billing". */
export function lineForScope(
  profile: string,
  clock: string,
  { tracks, urgent, categories }: RuleDefinition['scope'],
): string {
  const conditions = [
    ...(tracks ?? []),
    ...(urgent === undefined ? [] : [urgent ? 'urgent' : 'ordinary']),
    ...(categories ?? []),
  ];
  return [profile, clock, ...conditions].join('-').slice(0, LONGEST_LINE);
}

const LONGEST_LINE = 80;
