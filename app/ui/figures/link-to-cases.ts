import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';

/** What narrows the cases of a page of figures down to those behind one of them. */
interface Narrowing {
  readonly measure?: CountedMeasure;
  readonly from?: string;
  readonly to?: string;
  readonly operator?: string;
  readonly category?: string;
  readonly region?: string;
}

/** The address of the list behind a figure: the reader's own list, with the page's filter and this one. */
export type LinkToCases = (narrowing: Narrowing) => string;
