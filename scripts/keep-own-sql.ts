/** A statement of a difference with Prisma's heading: `-- DropIndex`, then the statement. */
const STATEMENT = /^-- (DropIndex|DropForeignKey|AddForeignKey|RenameIndex)\n([^;]*;)\n*/gm;

interface KeptSql {
  /** Empty where nothing else is left. */
  readonly script: string;
  /** Statements that would take away what the migrations hold on purpose. */
  readonly leftOut: readonly string[];
}

function constraintOf(statement: string): string {
  return /CONSTRAINT "(\w+)"/.exec(statement)?.[1] ?? '';
}

/**
 * Leaves out of a difference between migrations and prisma/schema what would undo the SQL that was written by hand:
 * indexes that Prisma can't express, foreign keys of tables that it knows without relations (or with another
 * behaviour), names of indexes. A foreign key that is new to both stays.
 */
export function keepOwnSql(script: string): KeptSql {
  const dropped = new Set(
    [...script.matchAll(STATEMENT)]
      .filter(([, kind]) => kind === 'DropForeignKey')
      .map(([, , statement]) => constraintOf(statement ?? '')),
  );
  const leftOut: string[] = [];
  const kept = script.replaceAll(STATEMENT, (whole, kind: string, statement: string) => {
    if (kind === 'AddForeignKey' && !dropped.has(constraintOf(statement))) return whole;
    leftOut.push(statement);
    return '';
  });
  return { script: kept.trim() === '' ? '' : kept, leftOut };
}
