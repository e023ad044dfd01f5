import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of few lines that work for half a minute. */
const LONG = ['/prisma/seed/interrupted-seed.int.test.ts', '/prisma/seed/seed.int.test.ts'];

function isLong({ moduleId }: TestSpecification): boolean {
  return LONG.some(part => moduleId.includes(part));
}

/** Begins with the files that take long: where no earlier run has told, the shortest source comes last, and one worker would wait for it. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}
