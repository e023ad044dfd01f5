import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivedAppUrl } from './db/roles.server.ts';
import { ENV_VARIABLES, type EnvName, type EnvVariable, type ParsedEnv } from './env-variables.server.ts';
import { StartRefused } from './start-refused.server.ts';

/** The settings with everything derived filled in. */
export interface Env
  extends Omit<ParsedEnv, 'APP_SECRET' | 'DATABASE_APP_URL' | 'MAIL_FROM' | 'PUBLIC_URL' | 'STORAGE_DIR'> {
  readonly APP_SECRET: string;
  /** @throws before the embedded database has been started (see db/start.server.ts) */
  readonly DATABASE_APP_URL: string;
  readonly MAIL_FROM: string;
  /** Origin, without a slash at its end. */
  readonly PUBLIC_URL: string;
  readonly STORAGE_DIR: string;
}

let cached: Env | undefined;

/**
 * The process's settings, read once.
 * @throws StartRefused (exit code 78) listing every wrong one with its problem and an example
 */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Sets variables for this process and the ones it starts, and reads the settings anew. */
export function setEnv(values: Readonly<Record<string, string>>): Env {
  Object.assign(process.env, values);
  cached = undefined;
  return env();
}

/** Reads settings from `source`; env() for the process's own. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = parse(source);
  const publicUrl = parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}`;
  const secret = parsed.APP_SECRET ?? keptSecret(parsed.DATA_DIR);
  return {
    ...parsed,
    APP_SECRET: secret,
    PUBLIC_URL: publicUrl,
    STORAGE_DIR: parsed.STORAGE_DIR ?? join(parsed.DATA_DIR, 'evidence'),
    MAIL_FROM: parsed.MAIL_FROM ?? 'Recours <recours@localhost>',
    get DATABASE_APP_URL() {
      if (parsed.DATABASE_APP_URL) return parsed.DATABASE_APP_URL;
      if (!parsed.DATABASE_URL) throw new Error('The database has not been started in this process');
      return derivedAppUrl(parsed.DATABASE_URL, secret);
    },
  };
}

function parse(source: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const production = isProduction(source);
  for (const [name, variable] of Object.entries<EnvVariable>(ENV_VARIABLES)) {
    const given = source[name] === '' ? undefined : source[name];
    const result = variable.schema.safeParse(given);
    if (!result.success) problems.push(problem(name, given, result.error.issues[0]?.message ?? 'is wrong'));
    else if (production && variable.requiredInProduction && given === undefined) {
      problems.push(problem(name, given, 'has to be set on a production instance'));
    } else values[name] = result.data;
  }
  if (problems.length === 0) return values as ParsedEnv;
  const count = problems.length === 1 ? 'A setting is' : `${problems.length} settings are`;
  const hint = production
    ? `\n\nTo try Recours without any settings: npm run demo\nCommands beside a demonstration take its settings from its DATA_DIR, .data where it is not set.`
    : '';
  throw new StartRefused(`${count} wrong, so Recours does not start.\n\n${problems.join('\n\n')}${hint}`);
}

function isProduction(source: Readonly<Record<string, string | undefined>>): boolean {
  return !['demonstration', 'test'].includes(source.RECOURS_INSTANCE ?? '');
}

function problem(name: string, given: string | undefined, message: string): string {
  const { description, example, secret } = ENV_VARIABLES[name as EnvName] as EnvVariable;
  const value = given === undefined ? '' : secret ? '=(not shown)' : `=${given}`;
  return `${name}${value} ${message}.\n  What it is: ${description}.\n  Example: ${name}=${example}`;
}

/** The secret of an instance that was not given one: made at the first start, kept beside its database. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'app-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Web and worker may start at once: the first one's secret counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
