import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROFILE_IDS } from '#app/domain/profile/profile.ts';

/** What a command beside a demonstration must know of it; production instances set these themselves. */
const kept = z.object({
  RECOURS_INSTANCE: z.enum(['demonstration', 'test']),
  RECOURS_PROFILE: z.enum(PROFILE_IDS),
});

function fileIn(dataDir: string): string {
  return join(dataDir, 'instance.json');
}

/** Keeps the settings of a demonstration beside its data. */
export function keepSettings(dataDir: string, settings: z.infer<typeof kept>): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileIn(dataDir), `${JSON.stringify(kept.parse(settings), null, 2)}\n`);
}

/**
 * Lets `npm run age` and its like work beside `npm run demo` without settings: takes those of the demonstration
 * whose data is here. Whoever names an instance or a database means that one, and nothing is taken.
 */
export function takeKeptSettings(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment.RECOURS_INSTANCE || environment.DATABASE_URL) return;
  const file = fileIn(environment.DATA_DIR || '.data');
  if (!existsSync(file)) return;
  const { RECOURS_INSTANCE, RECOURS_PROFILE } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  environment.RECOURS_INSTANCE = RECOURS_INSTANCE;
  environment.RECOURS_PROFILE ||= RECOURS_PROFILE;
}
