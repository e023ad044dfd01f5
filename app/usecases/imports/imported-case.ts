import type { OperatorOutcome } from '#app/domain/case/outcomes.ts';
import type { Category, IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';

/** How far a row's complaint went where it comes from. Instants are ISO; absent ones did not happen. */
export interface ImportedProgress {
  readonly servedAt?: string;
  /** The operator read it without answering. */
  readonly acknowledged?: boolean;
  readonly answer?: {
    readonly at: string;
    readonly outcome: OperatorOutcome;
    /** False when the source has no date of the answer: time to answer is then unknown, not zero. */
    readonly dated: boolean;
  };
  /** Closed without a word of the complainant's: unconfirmed. */
  readonly closedAt?: string;
}

/** A row of a source, mapped to what a case needs. */
export interface ImportedCase {
  /** Identity of the row in its source: a second import recognises it. */
  readonly rowKey: string;
  readonly filedAt: string;
  readonly operatorId: string;
  readonly service: string;
  readonly category: Category;
  readonly issues: readonly IssueAddress[];
  readonly region: string;
  readonly commune: string | null;
  readonly language: string;
  readonly narrative: string;
  readonly progress: ImportedProgress;
}

export interface RowRefusal {
  readonly field: string;
  /** Why, in words for the log of the import. */
  readonly reason: string;
}

export type RowReading =
  | { readonly kind: 'case'; readonly value: ImportedCase }
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'refused'; readonly refusal: RowRefusal };

export type Row = Readonly<Record<string, string>>;

/** What reading a row depends on besides its fields. */
export interface RowContext {
  readonly line: number;
  readonly fileSha256: string;
  readonly timeZone: string;
}

/** A source: how its files are cut into rows, and what a row means. */
export interface ImportSource {
  readonly name: string;
  /** Column separator of a file, from its first line; null when the file isn't of this source. */
  readonly delimiterOf: (header: string) => string | null;
  readonly read: (row: Row, context: RowContext) => RowReading;
}

export function refused(field: string, reason: string): RowReading {
  return { kind: 'refused', refusal: { field, reason } };
}

/** The first entry whose pattern is found in the text. */
export function firstMatch<T>(text: string, table: readonly (readonly [RegExp, T])[], otherwise: T): T {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
}
