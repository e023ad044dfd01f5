import { type CaseState, isTerminal } from '../case/states.ts';

/** A supporter's standing: `new` before the first code was right, `merged` when counted under another address. */
export type SupportState = 'new' | 'verified' | 'merged' | 'withdrawn';

/** Whether somebody supports, whichever of her addresses counts: she sees and changes her own entry alike. */
export function isOnRecord(state: SupportState): boolean {
  return state === 'verified' || state === 'merged';
}

export interface Support {
  readonly state: SupportState;
  /** Minor units of the profile's currency; null where no loss is stated. */
  readonly lossMinor: number | null;
}

/** What a change of one supporter adds to the sums of a day; numbers may be negative. */
export interface Tally {
  readonly joined: number;
  readonly withdrawn: number;
  readonly stated: number;
  readonly lossMinor: number;
}

function lossOf({ state, lossMinor }: Support): { stated: number; lossMinor: number } {
  return state === 'verified' && lossMinor !== null ? { stated: 1, lossMinor } : { stated: 0, lossMinor: 0 };
}

/** The sums' difference when one supporter goes from one standing to another. */
export function tallyBetween(before: Support, after: Support): Tally {
  const [old, fresh] = [lossOf(before), lossOf(after)];
  const [was, is] = [before.state === 'verified', after.state === 'verified'];
  return {
    // Somebody who turns out to be counted already has not left: she had never come.
    joined: is && !was ? 1 : was && after.state === 'merged' ? -1 : 0,
    withdrawn: was && after.state === 'withdrawn' ? 1 : 0,
    stated: fresh.stated - old.stated,
    lossMinor: fresh.lossMinor - old.lossMinor,
  };
}

/** Fewer statements than this, and a sum would tell one person's loss. */
export const LEAST_STATED_LOSSES = 5;

/** The sum of stated losses as everybody may know it: null below {@link LEAST_STATED_LOSSES} statements. */
export function publishedLoss({ stated, lossMinor }: Pick<Tally, 'stated' | 'lossMinor'>): number | null {
  return stated >= LEAST_STATED_LOSSES ? lossMinor : null;
}

/** Whether a page still takes supporters: not once an officer closed it or the case is over. */
export function takesSupport(page: { caseState: CaseState; supportClosedAt: string | null }): boolean {
  return page.supportClosedAt === null && !isTerminal(page.caseState);
}

/** How long a code is good for, in minutes, and how often it may be tried. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
/** Digits of a code. */
export const CODE_LENGTH = 6;

interface SentCode {
  readonly expiresAt: string;
  readonly tries: number;
  readonly used: boolean;
}

/** Whether a typed code may be compared at all; `now` is an ISO instant. */
export function mayTry({ expiresAt, tries, used }: SentCode, now: string): boolean {
  return !used && tries < CODE_TRIES && now < expiresAt;
}

/** More supporters than this from one network within an hour are shown to the officer; nobody is refused for it. */
export const BURST_PER_HOUR = 20;
