import { expect, it } from 'vitest';
import { ENV_VARIABLES } from './env-variables.server.ts';

it.each(Object.entries(ENV_VARIABLES))('%s can be left out', (_name, { schema }) => {
  expect(schema.safeParse(undefined).success).toBe(true);
});
