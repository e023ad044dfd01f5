import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENV_VARIABLES } from '#app/platform/env-variables.server.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const scripts = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  .scripts as object;

test.each(Object.entries(ENV_VARIABLES))('the README explains %s as the settings do', (name, variable) => {
  expect(readme).toContain(`| \`${name}\` | ${variable.description} | ${variable.fallback}`);
});

test('the README names no variable and no command that is not there', () => {
  const named = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(match => match[1]);
  expect(named).toEqual(Object.keys(ENV_VARIABLES));
  for (const [, command] of readme.matchAll(/npm run ([a-z:-]+)/gu))
    expect(Object.keys(scripts)).toContain(command);
});
