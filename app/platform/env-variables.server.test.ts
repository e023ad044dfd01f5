import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ENV_VARIABLES } from './env.server.ts';
import { projectRoot } from './project-root.server.ts';

const README = join(projectRoot(), 'README.md');

it.runIf(existsSync(README))("are all in the README's configuration table, with their fallbacks", () => {
  const rows = readFileSync(README, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `'));
  for (const [name, { fallback }] of Object.entries(ENV_VARIABLES)) {
    const row = rows.find(line => line.startsWith(`| \`${name}\``));
    expect(row, `README.md has no row for ${name}`).toBeDefined();
    expect(row, `README.md does not say what happens without ${name}`).toContain(fallback);
  }
});

it.each(Object.entries(ENV_VARIABLES))('%s accepts its own fallback', (_name, { schema }) => {
  expect(schema.safeParse(undefined).success).toBe(true);
});
