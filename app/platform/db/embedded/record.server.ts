import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartRefused } from '../../start-refused.server.ts';
import type { Home } from './home.server.ts';

const recordSchema = z.object({
  port: z.number().int(),
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  starter: z.object({ pid: z.number().int(), startedAt: z.string() }).optional(),
});

/** What is remembered of a server between starts; readable by the one who starts it alone. */
export type ServerRecord = z.infer<typeof recordSchema>;

export function readRecord(home: Home): ServerRecord | undefined {
  if (!existsSync(home.record)) return undefined;
  try {
    return recordSchema.parse(JSON.parse(readFileSync(home.record, 'utf8')));
  } catch (error) {
    throw new StartRefused(
      `${home.record} cannot be read: ${error instanceof Error ? error.message : String(error)}\n` +
        'Start Recours as the account that made it, or give it a folder of its own. Example: DATA_DIR=.data/second',
    );
  }
}

export function writeRecord(home: Home, record: ServerRecord): void {
  const partial = `${home.record}.new`;
  writeFileSync(partial, JSON.stringify(record), { mode: 0o600 });
  chmodSync(partial, 0o600);
  renameSync(partial, home.record);
}
