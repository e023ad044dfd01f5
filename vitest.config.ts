import { defineConfig } from 'vitest/config';
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
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,profiles,prisma,scripts,bench,e2e}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['{app,profiles,prisma,scripts}/**/*.int.test.ts'],
          globalSetup: ['scripts/testing/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
