import type { HolidayCalendar } from '../deadline/calendar.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import type { AdmissibilityRule } from '../routing/admissibility.ts';
import type { Language, LocalisedText } from '../shared/language.ts';
import type { Service } from '../taxonomy/definition.ts';
import type { Category } from '../taxonomy/taxonomy.ts';
import type { Right } from './rights.ts';

export const PROFILE_IDS = ['ma', 'ch', 'bf', 'fr'] as const;

export type ProfileId = (typeof PROFILE_IDS)[number];

export interface RegulatorContact {
  readonly website: string;
  /** Invented address: a demonstration must never reach the real regulator. */
  readonly email: string;
  readonly postalAddress: readonly string[];
}

/** What the body is: it sanctions, or it conciliates and proposes. Texts name it accordingly. */
export type RegulatorKind = 'regulator' | 'conciliation-body';

export interface Regulator {
  readonly kind: RegulatorKind;
  readonly name: LocalisedText;
  readonly shortName: LocalisedText;
  readonly contact: RegulatorContact;
}

export interface Region {
  /** ISO 3166-2. */
  readonly code: string;
  readonly name: LocalisedText;
}

/** An entry of the register of operators. */
export interface OperatorEntry {
  readonly id: string;
  readonly name: string;
  readonly brands: readonly string[];
  /** How people also write its names: other scripts, sound, former names, frequent slips. For the search alone. */
  readonly alsoWritten?: readonly string[];
  /** Lines of all services, rounded; the denominator of the published rates. 0 where unknown. */
  readonly subscribers: number;
  readonly subscribersSource: string;
  readonly services: readonly Service[];
  /** Where cases are served by mail; invented addresses. Without one, cases are served in the portal. */
  readonly deskEmail?: string;
  /** Not offered when filing: entries for imported reports. */
  readonly hidden?: true;
}

/** For how long the personal data of a case that is over is kept. */
export interface Retention {
  readonly years: number;
  /** Calendar days between a complainant's request and the erasure: time to object to a mistake. */
  readonly onRequestDays: number;
  /** The law that asks for an end, or on what an assumed value is modelled. */
  readonly source: string;
  /** True where no published rule gives the number of years. */
  readonly assumed?: true;
}

/** Everything that makes the portal one country's. */
export interface Profile {
  readonly id: ProfileId;
  readonly country: LocalisedText;
  readonly regulator: Regulator;
  /** In the order in which they are offered. */
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name; the zone of every deadline and figure. */
  readonly timeZone: string;
  readonly regions: readonly Region[];
  readonly operators: readonly OperatorEntry[];
  /** The taxonomy's categories in use. */
  readonly categories: readonly Category[];
  readonly rules: readonly DeadlineRule[];
  readonly admissibility: AdmissibilityRule;
  readonly rights: readonly Right[];
  readonly retention: Retention;
  readonly calendars: readonly HolidayCalendar[];
  /** CSS colour with a contrast of at least 4.5:1 on white. */
  readonly accent: string;
  readonly referencePrefix: string;
  /** With plus sign, as in E.164. */
  readonly phoneCountryCode: string;
  /** What somebody in danger must do instead of filling in a form. */
  readonly emergencyNote?: LocalisedText;
}
