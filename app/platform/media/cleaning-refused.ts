import type { CopyError } from '#app/domain/evidence/copy.ts';

/** A file of which no cleaned copy can be made, and why. */
export class CleaningRefused extends Error {
  override readonly name = 'CleaningRefused';
  readonly code: CopyError;

  constructor(code: CopyError, options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
  }
}
