import type { Language } from '#app/domain/shared/language.ts';
import { AR_COMPLAINANTS } from './ar-complainants.ts';
import { AR_STAFF } from './ar-staff.ts';
import { DE_COMPLAINANTS } from './de-complainants.ts';
import { DE_STAFF } from './de-staff.ts';
import { EN_COMPLAINANTS } from './en-complainants.ts';
import { FR_COMPLAINANTS } from './fr-complainants.ts';
import { FR_STAFF } from './fr-staff.ts';
import type { ComplainantTexts, StaffTexts } from './texts.ts';

export type { ComplainantTexts, StaffTexts } from './texts.ts';

export const COMPLAINANT_TEXTS: Readonly<Record<Language, ComplainantTexts>> = {
  ar: AR_COMPLAINANTS,
  de: DE_COMPLAINANTS,
  en: EN_COMPLAINANTS,
  fr: FR_COMPLAINANTS,
};

const STAFF_TEXTS: Readonly<Partial<Record<Language, StaffTexts>>> = {
  ar: AR_STAFF,
  de: DE_STAFF,
  fr: FR_STAFF,
};

/** Staff write in the complainant's language where they can, in their office's otherwise. */
export function staffTextsIn(language: Language, office: Language): StaffTexts {
  return STAFF_TEXTS[language] ?? STAFF_TEXTS[office] ?? FR_STAFF;
}
