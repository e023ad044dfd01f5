/** What kind of answer a fact asks for; the form shows a fitting field, the schema normalises the value. */
export type FactType =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'multi-choice'
  | 'yes-no'
  | 'yes-no-unknown'
  | 'sites';

/** Units after a number; their texts are in the catalogue `facts` under `unit.<unit>`. */
export type FactUnit = 'hours' | 'minutes' | 'milliseconds' | 'mbit-per-second' | 'megabytes';

/**
 * One structured answer that a category asks. The same key means the same question wherever it is asked; its
 * texts are in the catalogue `facts`. A fact is personal when it identifies a person, a line or an account,
 * when it is free text in which people may name somebody, or when it is confidential between businesses:
 * it is then stored with the statement, where analysts and the public never read.
 */
export interface FactDefinition {
  readonly key: string;
  readonly type: FactType;
  /** The answers offered by a choice or multi-choice. */
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly personal?: boolean;
  /** Characters of a text; 200 for a text and 2,000 for a long text when not given. */
  readonly maxLength?: number;
  /** Least and greatest number, in `unit` (never for money). */
  readonly min?: number;
  readonly max?: number;
  /** Asked only when another fact of the category has this answer (or this among several). */
  readonly showIf?: { readonly fact: string; readonly equals: string };
  readonly unit?: FactUnit;
  /** Asked on these tracks only; on all of the category's when not given. */
  readonly tracks?: readonly Track[];
  /** A date or time that may lie ahead, such as an appointment; others must not. */
  readonly mayBeAhead?: boolean;
}

export const YES_NO = ['yes', 'no'] as const;
export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;

/** How a case is handled: by whom it is filed and how confidential it is between the parties. */
export const TRACKS = ['consumer', 'business', 'collective', 'wholesale'] as const;
export type Track = (typeof TRACKS)[number];

/** What a complaint can be about; profiles name those that their operators sell. */
export const SERVICES = [
  'mobile',
  'fixed',
  'internet',
  'tv',
  'email-hosting',
  'mobile-money',
  'leased-line',
  'interconnection',
] as const;
export type Service = (typeof SERVICES)[number];

export interface CategoryDefinition {
  readonly issues: readonly string[];
  readonly services: readonly Service[];
  readonly tracks: readonly Track[];
  readonly facts: readonly FactDefinition[];
}

/** Tracks of every category but the disputes between operators. */
export const RETAIL_TRACKS = ['consumer', 'business', 'collective'] as const satisfies readonly Track[];
