import pg from 'pg';
import type { Actor } from '#app/domain/case/states.ts';
import { env } from '../env.server.ts';
import { onShutdown } from '../shutdown.server.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { prepared, preparedName } from './prepared.server.ts';
import { PgInTurn } from './statements-in-turn.server.ts';

/** A transaction in which an actor is set: the only way to case data. */
export type Tx = Prisma.TransactionClient;

interface Connections {
  readonly pool: pg.Pool;
  readonly client: PrismaClient;
}

let connections: Connections | undefined;

function opened(): Connections {
  if (connections !== undefined) return connections;
  const { DATABASE_APP_URL, DATABASE_POOL } = env();
  const pool = new pg.Pool({
    connectionString: DATABASE_APP_URL,
    max: DATABASE_POOL,
    application_name: 'recours',
  });
  // A connection that breaks while nobody uses it is replaced by the pool; it must not end the process.
  pool.on('error', () => undefined);
  const client = new PrismaClient({
    adapter: new PgInTurn(pool, {
      statementNameGenerator: ({ sql }) => preparedName(sql),
      disposeExternalPool: true,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
  connections = { pool, client };
  onShutdown('database', () => closeDatabase());
  return connections;
}

/** Prisma over the process's connection pool as `recours_app`; opened at first use, closed at shutdown. */
export function database(): PrismaClient {
  return opened().client;
}

/** Closes the pool; the next use opens another one. */
export async function closeDatabase(): Promise<void> {
  const closing = connections;
  connections = undefined;
  await closing?.client.$disconnect();
  if (closing?.pool.ended === false) await closing.pool.end();
}

/** What row-level security knows of an actor, by the database's setting. */
function settingsOf(actor: Actor): Readonly<Record<string, string>> {
  return {
    'app.role': actor.role,
    'app.actor': actor.id ?? '',
    'app.organisation': actor.organisation ?? '',
    'app.case': actor.caseId ?? '',
    'app.draft': actor.draftId ?? '',
    'app.token': actor.draftToken ?? '',
    'app.reference': actor.receipt?.reference ?? '',
    'app.receipt': actor.receipt?.hash ?? '',
  };
}

function setActor(parameter: string): string {
  return `SELECT count(set_config(key, value, true)) FROM jsonb_each_text(${parameter}::jsonb)`;
}

const SET_ACTOR = prepared(setActor('$1'));

/**
 * Runs `work` in one transaction in which the database knows who acts. Row-level security shows and accepts only
 * what is the actor's; the settings end with the transaction, so nothing leaks to the connection's next user.
 */
export async function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(async tx => {
    await tx.$queryRawUnsafe(SET_ACTOR, JSON.stringify(settingsOf(actor)));
    return work(tx);
  });
}

/**
 * The head of a statement that knows its own actor, for `runAsActor`. Rows to write have to be selected from `actor`:
 * only then is it sure that the settings stand before row-level security looks at the first row. Without them the
 * database refuses the statement.
 */
export const ACTOR_OF_STATEMENT = `actor AS MATERIALIZED (${setActor('$1')})`;

/** A prepared statement that begins with `ACTOR_OF_STATEMENT`, and what it takes after the actor. */
export interface StatementOfActor {
  readonly text: string;
  readonly values: readonly string[];
  /** Settings of the database for its transaction. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Runs one statement in a transaction of its own, in one round trip; `$1` is the actor, `$2` the first value. It goes
 * past Prisma, which would write large values as JSON and read them again first.
 */
export async function runAsActor(actor: Actor, { text, values, settings }: StatementOfActor): Promise<void> {
  await opened().pool.query({
    name: preparedName(text),
    text,
    values: [JSON.stringify({ ...settingsOf(actor), ...settings }), ...values],
  });
}

/**
 * Goes on as the system in the same transaction, once a use case has checked that the actor reaches the case and
 * may give the command: a case's rules follow from its whole log, parts of which the parties don't read.
 */
export async function continueAsSystem(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.role', 'system', true)`;
}

/**
 * Does a piece of work as the system in the middle of somebody else's transaction, which goes on as theirs: for what the
 * portal notes by itself (that a case was opened, that a system fetched it). What fails ends the transaction.
 */
export async function asSystem<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.$queryRaw<{ role: string }[]>`
    SELECT coalesce(current_setting('app.role', true), '') AS role`;
  await continueAsSystem(tx);
  const result = await work();
  await tx.$queryRaw`SELECT set_config('app.role', ${before?.role ?? ''}, true)`;
  return result;
}
