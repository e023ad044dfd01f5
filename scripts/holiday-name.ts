import type { LocalisedText } from '#app/domain/shared/language.ts';

export interface HolidayName {
  readonly key: string;
  /** The rules of `date-holidays` that this name is for, in every profile unless `profiles` says which. */
  readonly rules: readonly string[];
  readonly profiles?: readonly string[];
  readonly name: LocalisedText;
}
