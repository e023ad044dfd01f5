import { createContext, type ReactNode, useContext } from 'react';
import type { ProfileId } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';

/** What every page knows about the instance, the visitor and the language it is written in. */
export interface AppInformation {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  /** The languages offered, the profile's own first. */
  readonly languages: readonly Language[];
  readonly profile: ProfileId;
  /** The regulator's name in the page's language. */
  readonly regulator: string;
  readonly instance: 'production' | 'demonstration' | 'test';
  /** IANA zone in which dates and times are shown. */
  readonly timeZone: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Path and query of the page, where the language switch comes back to. */
  readonly path: string;
  /** Whether several people use this computer: nothing is kept on it. */
  readonly sharedComputer: boolean;
  /** Address of the staff pages' script. */
  readonly staffScript: string;
  /** Address of the script of forms that send files. */
  readonly uploadScript: string;
}

const AppContext = createContext<AppInformation | null>(null);

export function AppProvider({ value, children }: { value: AppInformation; children: ReactNode }) {
  return <AppContext value={value}>{children}</AppContext>;
}

export function useApp(): AppInformation {
  const value = useContext(AppContext);
  if (!value) throw new Error('useApp() needs the root route around it');
  return value;
}
