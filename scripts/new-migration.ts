import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivedAppUrl, ensureRoles } from '#app/platform/db/roles.server.ts';
import {
  LOCKFILE,
  migrationList,
  migrationsFolder,
  NO_FILTER,
  schemaFiles,
  withSchemaEngine,
} from '#app/platform/db/schema-engine.server.ts';
import { exitOnFailedStart, StartRefused } from '#app/platform/start-refused.server.ts';
import { keepOwnSql } from './keep-own-sql.ts';
import { startTemporaryServer } from './testing/temporary-server.ts';

// npm run db:new-migration -- NAME: writes the SQL that leads from the migrations so far to prisma/schema. The
// migrations are replayed in a throw-away server; nothing touches the instance's own database. A NAME that begins
// with its own time stamp (20261122000001_init) takes its place among the others: only those before it are replayed.

const name = process.argv[2];
await writeMigration(name).catch(exitOnFailedStart);

async function writeMigration(given: string | undefined): Promise<void> {
  if (!given || !/^(\d{14}_)?[a-z][a-z0-9_]*$/.test(given)) {
    throw new StartRefused(
      'Give the migration a name in lower case.\nExample: npm run db:new-migration -- add_clock',
    );
  }
  const folderName = /^\d/.test(given) ? given : `${timeStamp()}_${given}`;
  const database = await startTemporaryServer();
  try {
    await ensureRoles(database.ownerUrl, derivedAppUrl(database.ownerUrl, 'shadow'));
    const script = await difference(database.ownerUrl, folderName);
    if (script) save(folderName, script);
    else console.log('The migrations already lead to prisma/schema: nothing to write.');
  } finally {
    await database.stop();
  }
}

function difference(url: string, end: string): Promise<string> {
  return withSchemaEngine(url, async engine => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(end) },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const { script, leftOut } = keepOwnSql(stdout?.includes('empty migration') ? '' : (stdout ?? ''));
    for (const statement of leftOut) console.log(`Left out, add by hand if meant: ${statement}`);
    return script;
  });
}

function timeStamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}

function save(folderName: string, script: string): void {
  const folder = join(migrationsFolder(), folderName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), script);
  writeFileSync(join(migrationsFolder(), LOCKFILE.name), LOCKFILE.content);
  console.log(`Wrote ${join(folder, 'migration.sql')}: read it, then apply it with npm run db:migrate.`);
}
