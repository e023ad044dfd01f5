import { defineConfig } from 'vitest/config';
import { enhancementScripts } from './app/enhance/vite-plugin.ts';
import { LongFilesFirst } from './scripts/testing/long-files-first.ts';
import { TEST_SECRET } from './scripts/testing/secret.ts';

const shared = {
  environment: 'node',
  env: {
    NODE_ENV: 'test',
    RECOURS_INSTANCE: 'test',
    TZ: 'UTC',
    LOG_LEVEL: 'silent',
    APP_SECRET: TEST_SECRET,
  },
} as const;

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,profiles,prisma,scripts,bench,e2e}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts'],
          // Ends what hangs; how fast something has to be, its test says.
          testTimeout: 30_000,
        },
      },
      {
        // Routes whose pages name scripts.
        plugins: [enhancementScripts()],
        test: {
          ...shared,
          name: 'integration',
          include: ['{app,profiles,prisma,scripts}/**/*.int.test.ts'],
          globalSetup: ['scripts/testing/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
