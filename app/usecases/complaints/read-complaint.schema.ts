import { z } from 'zod';
import type { Profile } from '#app/domain/profile/profile.ts';
import { type Admissibility, checkAdmissibility } from '#app/domain/routing/admissibility.ts';
import { isUrgent } from '#app/domain/routing/urgency.ts';
import type { FieldError, FieldErrors } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { type Service, TRACKS, type Track } from '#app/domain/taxonomy/definition.ts';
import { type Facts, factsSchema } from '#app/domain/taxonomy/facts-schema.ts';
import { type Category, categoriesFor, isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { complaintShape, type FilingContext, type StepKey } from './complaint.schema.ts';

type Shape = ReturnType<typeof complaintShape>;

/** Everything that a complainant states, checked and normalised. Instants in ISO, amounts in minor units. */
export type Complaint = z.infer<
  z.ZodObject<
    Shape['who'] &
      Shape['service'] &
      Shape['problem'] &
      Shape['when'] &
      Omit<Shape['facts'], 'facts'> &
      Shape['attempts'] &
      Shape['wish'] &
      Shape['contact']
  >
> & { readonly facts: Facts };

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: FieldErrors };

type Raw = Readonly<Record<string, unknown>>;

interface Schemas {
  /** The instant is set before each reading, which nothing interrupts. */
  readonly context: { readonly profile: Profile; now: string };
  readonly steps: Shape;
  /** What reads each step's form. */
  readonly forms: ReadonlyMap<string, z.ZodType<Record<string, unknown>>>;
  readonly whole: z.ZodType<Record<string, unknown>>;
}

const schemasByProfile = new WeakMap<Profile, Schemas>();

function makeSchemas(profile: Profile): Schemas {
  const context = { profile, now: '' };
  const steps = complaintShape(context);
  const shape = Object.assign({}, ...Object.values(steps)) as z.ZodRawShape;
  const whole = z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'invalid'),
  });
  const forms = new Map(Object.entries(steps).map(([step, fields]) => [step, z.object(fields)]));
  return { context, steps, forms, whole };
}

/** The schemas of a profile: making them costs many times what reading a complaint does. */
function schemasFor({ profile, now }: FilingContext): Schemas {
  const schemas = schemasByProfile.get(profile) ?? makeSchemas(profile);
  schemasByProfile.set(profile, schemas);
  schemas.context.now = now;
  return schemas;
}

/** The names of a step's fields. */
export function fieldsOf(step: StepKey, context: FilingContext): readonly string[] {
  return Object.keys(schemasFor(context).steps[step]);
}

/** Disputes are between operators: the one that files is signed in, and the other is not itself. */
function partyErrors(parsed: Raw, { filedByOperator }: FilingContext): FieldErrors {
  if (parsed.track !== 'wholesale') return {};
  if (filedByOperator === undefined) return { track: { code: 'not-an-option' } };
  return parsed.operatorId === filedByOperator ? { operatorId: { code: 'not-an-option' } } : {};
}

/** The whole complaint as a program sends it, for a document of the API. */
export function complaintSchema(profile: Profile): z.ZodType {
  return schemasFor({ profile, now: '' }).whole;
}

/** A service that is not sold to who files. */
function isSoldOn(track: Track, service: Service): boolean {
  return categoriesFor(track, service).length > 0;
}

function crossFieldErrors(parsed: Readonly<Record<string, unknown>>, context: FilingContext): FieldErrors {
  const fields: Record<string, FieldError> = { ...partyErrors(parsed, context) };
  const track = parsed.track as Track | undefined;
  const category = parsed.category;
  if (
    (track === 'business' || track === 'wholesale') &&
    parsed.organisationName === undefined &&
    'organisationNumber' in parsed
  ) {
    fields.organisationName = { code: 'required' };
  }
  if (parsed.notifyBySms === true && parsed.phone === undefined) fields.phone = { code: 'phone-for-sms' };
  const operator = context.profile.operators.find(candidate => candidate.id === parsed.operatorId);
  if (
    operator !== undefined &&
    parsed.service !== undefined &&
    !operator.services.some(service => service === parsed.service)
  ) {
    fields.service = { code: 'not-an-option' };
  }
  if (track !== undefined && parsed.service !== undefined) {
    const service = parsed.service as Service;
    if (!isSoldOn(track, service)) fields.service = { code: 'not-an-option' };
    else if (isCategory(category) && !categoriesFor(track, service).includes(category))
      fields.category = { code: 'not-an-option' };
  }
  if (
    typeof parsed.startedAt === 'string' &&
    typeof parsed.endedAt === 'string' &&
    parsed.endedAt < parsed.startedAt
  ) {
    fields.endedAt = { code: 'before-start' };
  }
  return fields;
}

function readFacts(asked: Raw, raw: unknown, context: FilingContext): Reading<Facts> {
  if (!isCategory(asked.category)) return { ok: true, value: {} };
  const { currency, timeZone } = context.profile;
  const category: Category = asked.category;
  const track = TRACKS.find(known => known === asked.track);
  const read = factsSchema(category, { currency, timeZone, now: context.now, track }).safeParse(raw ?? {});
  if (read.success) return { ok: true, value: read.data };
  const fields = Object.entries(fieldErrorsOf(read.error)).map(
    ([path, error]) => [`facts.${path}`, error] as const,
  );
  return { ok: false, fields: Object.fromEntries(fields) };
}

/**
 * Checks the answers of one step. `earlier` holds the normalised answers of the steps before, which some
 * answers depend on (the services of the chosen operator, the facts of the chosen category).
 */
export function readStep(
  step: StepKey,
  raw: Raw,
  earlier: Raw,
  context: FilingContext,
): Reading<Record<string, unknown>> {
  const { steps, forms } = schemasFor(context);
  const shape = steps[step];
  const known = Object.fromEntries(Object.keys(shape).map(key => [key, raw[key]]));
  const read = (forms.get(step) ?? z.object(shape)).safeParse(known);
  if (!read.success) return { ok: false, fields: fieldErrorsOf(read.error) };
  const value: Record<string, unknown> = { ...known, ...read.data };
  if (step === 'when' && value.ongoing === true) value.endedAt = undefined;
  if (step === 'facts') {
    const facts = readFacts(earlier, value.facts, context);
    if (!facts.ok) return facts;
    value.facts = facts.value;
  }
  const crossed = Object.entries(crossFieldErrors({ ...earlier, ...value }, context)).filter(
    ([field]) => field in shape,
  );
  return crossed.length > 0 ? { ok: false, fields: Object.fromEntries(crossed) } : { ok: true, value };
}

/** Checks a whole complaint, as the API gets it and as a finished draft is read once more before it is filed. */
export function readComplaint(raw: unknown, context: FilingContext): Reading<Complaint> {
  const read = schemasFor(context).whole.safeParse(raw);
  const object = (typeof raw === 'object' && raw !== null ? raw : {}) as Raw;
  const facts = readFacts(object, object.facts, context);
  const fields = {
    ...(read.success
      ? crossFieldErrors({ organisationNumber: undefined, ...read.data }, context)
      : fieldErrorsOf(read.error)),
    ...(facts.ok ? {} : facts.fields),
  };
  if (!read.success || !facts.ok || Object.keys(fields).length > 0) return { ok: false, fields };
  const ended = read.data.ongoing === true ? { endedAt: undefined } : {};
  return { ok: true, value: { ...read.data, ...ended, facts: facts.value } as unknown as Complaint };
}

/** What the rule on admissibility looks at. */
export type AdmissibilityFacts = Pick<
  Complaint,
  'attempts' | 'startedAt' | 'track' | 'category' | 'vulnerability'
>;

/** Whether the regulator takes the complaint today. */
export function admissibilityOf(
  complaint: AdmissibilityFacts,
  { profile, now }: FilingContext,
): Admissibility {
  return checkAdmissibility(profile.admissibility, {
    filedOn: localDateOf(now, profile.timeZone),
    attempts: complaint.attempts,
    startedOn: localDateOf(complaint.startedAt, profile.timeZone),
    track: complaint.track,
    urgent: isUrgent(complaint),
    category: complaint.category,
  });
}

/** Whether the regulator takes the complaint now, as field errors on `attempts` with the date from which it will. */
export function admissibilityErrors(complaint: AdmissibilityFacts, context: FilingContext): FieldErrors {
  const verdict = admissibilityOf(complaint, context);
  if (verdict.ok) return {};
  if (verdict.reason === 'too-early')
    return { attempts: { code: 'too-early', params: { earliestOn: verdict.earliestOn } } };
  if (verdict.reason === 'too-late')
    return { attempts: { code: 'too-late', params: { latestOn: verdict.latestOn } } };
  return { attempts: { code: 'operator-not-contacted' } };
}
