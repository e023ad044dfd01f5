import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { COMPANY_NUMBER_EXAMPLES, readCompanyNumber } from '#app/domain/profile/company-number.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { parseAmount } from '#app/domain/shared/money.ts';
import { isPlainDate, localDateOf, startOfDay } from '#app/domain/shared/plain-date.ts';
import { cleanLine, cleanText, lengthOf } from '#app/domain/shared/text.ts';
import {
  ATTEMPT_CHANNELS,
  ATTEMPT_RESULTS,
  REMEDIES,
  VULNERABILITIES,
} from '#app/domain/taxonomy/asked-of-every-case.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';

/** What the answers are checked against besides themselves. `now` is an ISO instant, looked at while checking. */
export interface FilingContext {
  readonly profile: Profile;
  readonly now: string;
  /** The operator whose signed-in staff files; disputes between operators are filed by nobody else. */
  readonly filedByOperator?: string | undefined;
}

export const NARRATIVE_LENGTH = { min: 20, max: 10_000 };
export const MAX_ATTEMPTS = 12;

/** A line of text: NFC, trimmed, no control characters. */
export function line(max: number, min = 1) {
  return cleaned(cleanLine, { min, max });
}

/** Text of several lines. */
export function paragraphs(max: number, min = 1) {
  return cleaned(cleanText, { min, max });
}

function cleaned(clean: typeof cleanText, { min, max }: { min: number; max: number }) {
  const text = z.string({ error: 'required' }).transform((raw, ctx) => {
    const refuse = (message: string, params?: Record<string, number>) => {
      ctx.addIssue({ code: 'custom', message, params });
      return z.NEVER;
    };
    // Far too long: not worth cleaning.
    if (raw.length > max * 4) return refuse('too-long', { max });
    const result = clean(raw);
    if (!result.ok) return refuse('invalid-text');
    if (result.text === '' && min > 0) return refuse('required');
    if (lengthOf(result.text) < min) return refuse('too-short', { min });
    if (lengthOf(result.text) > max) return refuse('too-long', { max });
    return result.text;
  });
  // What the API's document says of it.
  return text.meta({ minLength: min, maxLength: max });
}

function emptyAsAbsent(value: unknown): unknown {
  return value === '' || value === null ? undefined : value;
}

/** An optional field: an empty text, as forms send it, is an absent one. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(emptyAsAbsent, schema.optional());
}

/** A list that a form sends as one text, several or none. */
export function listOf<T extends z.ZodType>(item: T, { min = 0, max }: { min?: number; max: number }) {
  const asList = (value: unknown) =>
    value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
  return z.preprocess(
    asList,
    z
      .array(item)
      .min(min, min === 1 ? 'required' : undefined)
      .max(max),
  );
}

/** A tick box or a JSON boolean. */
export const flag = z.preprocess(
  value =>
    value === 'on' || value === 'true' || value === 'yes'
      ? true
      : value === undefined || value === '' || value === 'no' || value === 'false'
        ? false
        : value,
  z.boolean({ error: 'not-yes-or-no' }),
);

export function oneOf<const T extends readonly string[]>(values: T) {
  return z.preprocess(
    emptyAsAbsent,
    z.enum(values, { error: issue => (issue.input === undefined ? 'required' : 'not-an-option') }),
  );
}

/** A day, or a day with a time, in the regulator's zone; not ahead of `now`. Comes out as an ISO instant. */
export function pastMoment(context: FilingContext) {
  return z.string({ error: 'required' }).transform((raw, ctx) => {
    const instant = readMoment(raw.trim(), context.profile.timeZone);
    if (instant === null) {
      ctx.addIssue({ code: 'custom', message: raw.trim() === '' ? 'required' : 'not-a-date' });
      return z.NEVER;
    }
    if (instant > context.now) ctx.addIssue({ code: 'custom', message: 'in-the-future' });
    if (instant < '1990') ctx.addIssue({ code: 'custom', message: 'too-old' });
    return instant;
  });
}

function readMoment(raw: string, timeZone: string): string | null {
  if (isPlainDate(raw)) return startOfDay(raw, timeZone);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(raw)) return null;
  try {
    const zoned = Temporal.PlainDateTime.from(raw, { overflow: 'reject' }).toZonedDateTime(timeZone);
    return new Date(zoned.epochMilliseconds).toISOString();
  } catch {
    return null;
  }
}

function pastDay(context: FilingContext) {
  const today = () => localDateOf(context.now, context.profile.timeZone);
  return z
    .string({ error: 'required' })
    .refine(value => value !== '', { error: 'required', abort: true })
    .refine(isPlainDate, { error: 'not-a-date', abort: true })
    .refine(value => value <= today(), 'in-the-future')
    .refine(value => value >= '1990', 'too-old');
}

export function amountIn(currency: string) {
  return z.union([z.string(), z.number()]).transform((raw, ctx) => {
    const parsed = parseAmount(String(raw), currency);
    if (!parsed.ok) {
      ctx.addIssue({ code: 'custom', message: 'not-an-amount' });
      return z.NEVER;
    }
    return parsed.amountMinor;
  });
}

/** A telephone number as its E.164 form; national numbers are read as the profile's country's. */
export function phoneIn(profile: Profile) {
  const country = profile.id.toUpperCase() as 'MA' | 'CH' | 'BF' | 'FR';
  return line(40).transform((raw, ctx) => {
    const parsed = parsePhoneNumberFromString(raw, country);
    if (parsed === undefined || !parsed.isPossible()) {
      ctx.addIssue({ code: 'custom', message: 'invalid-phone' });
      return z.NEVER;
    }
    return parsed.number as string;
  });
}

/** A company's number in the register of the profile's country, in its usual form. */
function companyNumberOf(profile: Profile) {
  return line(60).transform((raw, ctx) => {
    const number = readCompanyNumber(profile.id, raw);
    if (number !== null) return number;
    const params = { example: COMPANY_NUMBER_EXAMPLES[profile.id] };
    ctx.addIssue({ code: 'custom', message: 'invalid-company-number', params });
    return z.NEVER;
  });
}

function contactShape(profile: Profile) {
  return {
    name: line(160),
    email: optional(
      line(254)
        .pipe(z.email('invalid-email'))
        .transform(email => email.toLowerCase()),
    ),
    phone: optional(phoneIn(profile)),
    notifyBySms: flag,
    language: z.preprocess(
      emptyAsAbsent,
      z.enum(LANGUAGES, 'not-an-option').default(profile.defaultLanguage),
    ),
    consentToPublish: flag,
  };
}

/** The fields of each step of the form; the whole complaint is all of them. */
export function complaintShape(context: FilingContext) {
  const { profile } = context;
  const attempt = z.strictObject({
    on: pastDay(context),
    channel: oneOf(ATTEMPT_CHANNELS),
    result: oneOf(ATTEMPT_RESULTS),
    ticket: optional(line(60)),
    note: optional(paragraphs(500)),
  });
  return {
    who: {
      track: oneOf(TRACKS),
      organisationName: optional(line(160)),
      organisationNumber: optional(companyNumberOf(profile)),
    },
    service: {
      operatorId: oneOf(profile.operators.filter(operator => !operator.hidden).map(operator => operator.id)),
      service: oneOf([...new Set(profile.operators.flatMap(operator => operator.services))]),
      lineNumber: optional(line(60)),
    },
    problem: {
      category: oneOf(profile.categories),
      issues: listOf(z.string().refine(isIssueAddress, 'not-an-option'), { min: 1, max: 12 }),
    },
    when: {
      startedAt: pastMoment(context),
      ongoing: flag,
      endedAt: optional(pastMoment(context)),
      region: oneOf(profile.regions.map(region => region.code)),
      commune: optional(line(120)),
    },
    facts: {
      facts: z.preprocess(value => value ?? {}, z.record(z.string(), z.unknown(), 'invalid')),
      vulnerability: listOf(z.enum(VULNERABILITIES, 'not-an-option'), { max: VULNERABILITIES.length }),
    },
    attempts: { attempts: z.preprocess(value => value ?? [], z.array(attempt).max(MAX_ATTEMPTS)) },
    wish: {
      narrative: paragraphs(NARRATIVE_LENGTH.max, NARRATIVE_LENGTH.min),
      remedySought: listOf(z.enum(REMEDIES, 'not-an-option'), { min: 1, max: REMEDIES.length }),
      amount: optional(amountIn(profile.currency)),
    },
    contact: contactShape(profile),
  };
}

export type StepKey = keyof ReturnType<typeof complaintShape>;
