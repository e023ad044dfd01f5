import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { projectRoot } from '../project-root.server.ts';
import { StartRefused } from '../start-refused.server.ts';

export type MigrationList = Parameters<glue.SchemaEngine['applyMigrations']>[0]['migrationsList'];
type SchemaFiles = Parameters<glue.SchemaEngine['createMigration']>[0]['schema']['files'];

/** No table or enum is left to somebody else's management. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Prisma's command line asks for this file beside the migrations. */
export const LOCKFILE = { name: 'migration_lock.toml', content: 'provider = "postgresql"\n' };

const require = createRequire(import.meta.url);
let instantiated: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's schema engine in WebAssembly on a connection to `url`: the native one is a download
 * that many machines cannot make. See docs/decisions/002-database.md.
 * @throws StartRefused with the engine's reason (which migration, PostgreSQL's message)
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  // One connection: the engine's advisory lock belongs to the session that also migrates.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool));
    const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
    const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine).finally(() => engine.free());
  } catch (error) {
    throw new StartRefused(`The database could not be migrated.\n${withoutTrace(error)}`, 1);
  } finally {
    await pool.end();
  }
}

/** The engine appends the Rust frames of its error, "   0: schema_engine…", to the message. */
function withoutTrace(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^ +\d+: [\s\S]*$/m, '').trim();
}

/** Prisma's adapter, with what it lacks for migrations. */
function migrationAdapter(pool: pg.Pool): PrismaPg {
  const charColumns = findCharColumns(pool);
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async query => {
      const result = await queryRaw(query);
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    adapter.executeScript = script => runWhole(pool, script);
    return adapter;
  };
  // Only new-migration replays migrations for a comparison, and its database exists for nothing else.
  factory.connectToShadowDb = () => factory.connect();
  return factory;
}

/** The adapter cuts a script at every semicolon, also within a function's body: PostgreSQL takes it whole. */
async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = 'N/A', severity = 'N/A', message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
  }
}

/**
 * The engine describes a database through catalogue columns of PostgreSQL's internal type "char", which the
 * adapter refuses. They pass through it as text; returned are their places by the rows they came in.
 */
function findCharColumns(pool: pg.Pool): WeakMap<object, number[]> {
  const places = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool);
  const patched = async (statement: string | pg.QueryArrayConfig) => {
    if (typeof statement === 'string') return query(statement);
    const result = await query(statement);
    const found = [...result.fields.keys()].filter(
      index => result.fields[index]?.dataTypeID === pg.types.builtins.CHAR,
    );
    for (const index of found)
      Object.assign(result.fields[index] ?? {}, { dataTypeID: pg.types.builtins.TEXT });
    places.set(result.rows, found);
    return result;
  };
  Object.defineProperty(pool, 'query', { value: patched });
  return places;
}

async function instantiate(): Promise<void> {
  // Where the engine leaves the message of a panic before it ends the process.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(dirname(script), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
}

export function migrationsFolder(): string {
  return join(projectRoot(), 'prisma', 'migrations');
}

/** The migrations' folder names in the order in which they apply. */
export function migrationNames(): string[] {
  const folder = migrationsFolder();
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** The migrations on disk, or those that sort before `end`. */
export function migrationList(end?: string): MigrationList {
  const baseDir = migrationsFolder();
  const names = migrationNames().filter(name => end === undefined || name < end);
  return {
    baseDir,
    lockfile: { path: LOCKFILE.name, content: LOCKFILE.content },
    shadowDbInitScript: '',
    migrationDirectories: names.map(name => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

export function schemaFiles(): SchemaFiles {
  const folder = join(projectRoot(), 'prisma', 'schema');
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.prisma'))
    .sort();
  return names.map(name => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
}
