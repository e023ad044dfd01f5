/**
 * A start that cannot go on for a reason the person who started it can mend. Its message is written for that
 * person and is printed without a stack; 78 is EX_CONFIG of sysexits.h.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly exitCode: number;

  constructor(message: string, exitCode = 78) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Ends the process on a failed start: a refusal in plain words, anything else with its stack. */
export function exitOnFailedStart(error: unknown): never {
  if (error instanceof StartRefused) {
    console.error(`\n${error.message}\n`);
    process.exit(error.exitCode);
  }
  console.error(error);
  process.exit(1);
}
