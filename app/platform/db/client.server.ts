import { PrismaPg } from '@prisma/adapter-pg';
import type { Actor } from '#app/domain/case/states.ts';
import { env } from '../env.server.ts';
import { onShutdown } from '../shutdown.server.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** A transaction in which an actor is set: the only way to case data. */
export type Tx = Prisma.TransactionClient;

let client: PrismaClient | undefined;

/** The process's connection pool as `recours_app`; opened at first use, closed at shutdown. */
export function database(): PrismaClient {
  if (client !== undefined) return client;
  const { DATABASE_APP_URL, DATABASE_POOL } = env();
  const opened = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: DATABASE_APP_URL,
      max: DATABASE_POOL,
      application_name: 'recours',
    }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
  client = opened;
  onShutdown('database', () => closeDatabase());
  return opened;
}

/** Closes the pool; the next use opens another one. */
export async function closeDatabase(): Promise<void> {
  const closing = client;
  client = undefined;
  await closing?.$disconnect();
}

/**
 * Runs `work` in one transaction in which the database knows who acts. Row-level security shows and accepts only
 * what is the actor's; the settings end with the transaction, so nothing leaks to the connection's next user.
 */
export async function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(async tx => {
    await tx.$queryRaw`SELECT
      set_config('app.role', ${actor.role}, true),
      set_config('app.actor', ${actor.id ?? ''}, true),
      set_config('app.organisation', ${actor.organisation ?? ''}, true),
      set_config('app.case', ${actor.caseId ?? ''}, true),
      set_config('app.draft', ${actor.draftId ?? ''}, true),
      set_config('app.token', ${actor.draftToken ?? ''}, true),
      set_config('app.reference', ${actor.receipt?.reference ?? ''}, true),
      set_config('app.receipt', ${actor.receipt?.hash ?? ''}, true)`;
    return work(tx);
  });
}

/**
 * Goes on as the system in the same transaction, once a use case has checked that the actor reaches the case and
 * may give the command: a case's rules follow from its whole log, parts of which the parties don't read.
 */
export async function continueAsSystem(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.role', 'system', true)`;
}
