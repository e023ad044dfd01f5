import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { profiles } from '#profiles/index.ts';

const css = readFileSync(new URL('./base.css', import.meta.url), 'utf8');

test.each(Object.values(profiles))('pages of the profile $id have the accent of its mail', profile => {
  const block = css.slice(css.indexOf(`[data-profile="${profile.id}"]`));
  expect(block.slice(0, block.indexOf('}'))).toContain(`--accent: ${profile.accent};`);
});
