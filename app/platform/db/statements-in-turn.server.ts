import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';

/**
 * Has a transaction's statements wait for one another. They would run one after the other all the same: a transaction
 * has one connection, and PostgreSQL answers one statement at a time on it.
 * @returns the same transaction
 */
function inTurn(transaction: Transaction): Transaction {
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  let last: Promise<unknown> = Promise.resolve();
  const afterLast = <T>(send: () => Promise<T>): Promise<T> => {
    const sent = last.then(send, send);
    last = sent;
    return sent;
  };
  return Object.assign(transaction, {
    queryRaw: (statement: Parameters<typeof query>[0]) => afterLast(() => query(statement)),
    executeRaw: (statement: Parameters<typeof execute>[0]) => afterLast(() => execute(statement)),
  });
}

/**
 * Prisma's adapter for pg. Prisma asks for a row's relations all at once, also within a transaction; pg keeps such
 * statements waiting itself, warns of it, and will refuse it from version 9.
 */
export class PgInTurn extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async isolation => inTurn(await start(isolation));
    return adapter;
  }
}
