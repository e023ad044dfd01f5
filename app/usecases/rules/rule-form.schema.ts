import { z } from 'zod';
import { APPLIES_TO } from '#app/domain/deadline/activation.ts';
import {
  BREACH_CONSEQUENCES,
  type BreachConsequence,
  CLOCK_KINDS,
  type ClockKind,
  type DeadlineRule,
  DURATION_UNITS,
} from '#app/domain/deadline/rule.ts';
import type { RuleDefinition } from '#app/domain/rules/rule-definition.ts';
import { isPlainDate } from '#app/domain/shared/plain-date.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { flag, line, listOf, oneOf, optional, paragraphs } from '../complaints/complaint.schema.ts';

const LONGEST = { amount: 730, pauseCapDays: 180, remindBefore: 60 };

/** What silence can lead to, by clock: only an operator's answer can be taken for given, only a judgement can lapse. */
function consequencesOf(clock: ClockKind): readonly BreachConsequence[] {
  if (clock === 'confirm') return ['close-unconfirmed'];
  if (clock === 'respond')
    return BREACH_CONSEQUENCES.filter(consequence => consequence !== 'close-unconfirmed');
  return ['record', 'publish'];
}

/** Clocks that stand still while the complainant is asked for something. */
const PAUSABLE: readonly ClockKind[] = ['respond'];

function whole(min: number, max: number) {
  return z.preprocess(
    value =>
      typeof value === 'string' && /^\s*\p{Nd}+\s*$/u.test(value) ? Number(latinDigits(value)) : value,
    z
      .number({
        error: ({ code, input }) =>
          code !== 'invalid_type'
            ? undefined
            : input === undefined || input === ''
              ? 'required'
              : 'not-a-number',
      })
      .int('not-a-number')
      .min(min)
      .max(max),
  );
}

const day = z.string().refine(isPlainDate, 'not-a-date');

const FIELDS = z.object({
  clock: oneOf(CLOCK_KINDS),
  categories: listOf(oneOf(CATEGORY_KEYS), { max: CATEGORY_KEYS.length }),
  tracks: listOf(oneOf(TRACKS), { max: TRACKS.length }),
  urgent: optional(oneOf(['yes', 'no'])),
  amount: whole(1, LONGEST.amount),
  unit: oneOf(DURATION_UNITS),
  cutOffHour: optional(whole(0, 23)),
  rollForward: flag,
  extensionAmount: optional(whole(1, LONGEST.amount)),
  extensionUnit: optional(oneOf(DURATION_UNITS)),
  pauseCapDays: whole(0, LONGEST.pauseCapDays),
  remindBefore: whole(0, LONGEST.remindBefore),
  consequence: oneOf(BREACH_CONSEQUENCES),
  validTo: optional(day),
  appliesTo: oneOf(APPLIES_TO),
  textFr: paragraphs(600, 10),
  textAr: paragraphs(600, 10),
  textDe: paragraphs(600, 10),
  textEn: paragraphs(600, 10),
  source: line(400, 3),
  assumed: flag,
  reason: paragraphs(1000, 10),
});

type Fields = z.output<typeof FIELDS>;

/** Faults that only several fields together show, by the field at which they are said. */
function faultsOf(fields: Fields): Readonly<Record<string, string>> {
  const { unit, extensionAmount, extensionUnit, cutOffHour, amount, remindBefore, clock, consequence } =
    fields;
  const extended = extensionAmount !== undefined || extensionUnit !== undefined;
  const mixed = extensionUnit !== undefined && (extensionUnit === 'hours') !== (unit === 'hours');
  const inDays = unit === 'calendar-days' || unit === 'working-days';
  return {
    ...(extended && extensionAmount === undefined && { extensionAmount: 'required' }),
    ...(extended && extensionUnit === undefined && { extensionUnit: 'required' }),
    ...(mixed && { extensionUnit: 'mixed-units' }),
    ...(unit === 'hours' && cutOffHour !== undefined && { cutOffHour: 'not-for-hours' }),
    ...(inDays && remindBefore >= amount && remindBefore > 0 && { remindBefore: 'reminder-too-early' }),
    ...(!consequencesOf(clock).includes(consequence) && { consequence: 'consequence-unfit' }),
    ...(!PAUSABLE.includes(clock) && fields.pauseCapDays > 0 && { pauseCapDays: 'no-pause' }),
  };
}

function definitionOf(fields: Fields): RuleDefinition {
  const { clock, amount, unit, rollForward, pauseCapDays, remindBefore, consequence, source } = fields;
  const { categories, tracks, urgent, extensionAmount, extensionUnit, cutOffHour, validTo } = fields;
  return {
    ...{ clock, amount, unit, rollForward, pauseCapDays, remindBefore, consequence, source },
    scope: {
      ...(categories.length > 0 && { categories: [...categories] }),
      ...(tracks.length > 0 && { tracks: [...tracks] }),
      ...(urgent !== undefined && { urgent: urgent === 'yes' }),
    },
    ...(extensionAmount !== undefined &&
      extensionUnit !== undefined && { extension: { amount: extensionAmount, unit: extensionUnit } }),
    ...(cutOffHour !== undefined && { cutOffHour }),
    ...(validTo !== undefined && { validTo }),
    text: { ar: fields.textAr, de: fields.textDe, en: fields.textEn, fr: fields.textFr },
    ...(fields.assumed && { assumed: true }),
  };
}

/** The form of a rule: its fields checked one by one and together, as the rule that they make. */
export const RULE_FORM = FIELDS.superRefine((fields, ctx) => {
  for (const [path, message] of Object.entries(faultsOf(fields))) {
    ctx.addIssue({ code: 'custom', path: [path], message });
  }
}).transform(fields => ({
  definition: definitionOf(fields),
  appliesTo: fields.appliesTo,
  reason: fields.reason,
}));

/** A rule as its form shows it. */
export function formOfRule(rule: Omit<DeadlineRule, 'id' | 'validFrom'>) {
  const { scope, extension, text } = rule;
  return {
    clock: rule.clock,
    categories: scope.categories ?? [],
    tracks: scope.tracks ?? [],
    urgent: scope.urgent === undefined ? '' : scope.urgent ? 'yes' : 'no',
    amount: String(rule.amount),
    unit: rule.unit,
    cutOffHour: rule.cutOffHour === undefined ? '' : String(rule.cutOffHour),
    rollForward: rule.rollForward ? 'on' : '',
    extensionAmount: extension === undefined ? '' : String(extension.amount),
    extensionUnit: extension?.unit ?? '',
    pauseCapDays: String(rule.pauseCapDays),
    remindBefore: String(rule.remindBefore),
    consequence: rule.consequence,
    validTo: rule.validTo ?? '',
    textFr: text.fr,
    textAr: text.ar,
    textDe: text.de,
    textEn: text.en,
    source: rule.source,
    assumed: rule.assumed ? 'on' : '',
  };
}
