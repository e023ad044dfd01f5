import { expect, test } from 'vitest';
import { MAX_FORM_BYTES } from '#app/platform/http/read-form.server.ts';
import { action } from './language.ts';

const ADDRESS = 'https://portal.example/language';

/** Sends the switch's form as a browser does. */
function choose(fields: Readonly<Record<string, string>>): Promise<Response> {
  const request = new Request(ADDRESS, { method: 'POST', body: new URLSearchParams(fields) });
  const address = new URL(ADDRESS);
  return action({ request, url: address, params: {}, pattern: '/language', context: {} } as Parameters<
    typeof action
  >[0]);
}

test('the chosen language is kept, and the person comes back to where she was', async () => {
  const answer = await choose({ lng: 'ar', back: '/complaint/start?q=inwi' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/complaint/start?q=inwi');
  expect(answer.headers.get('set-cookie')).toContain('recours_lng=ar');
});

test('a language that nobody offers and a way to another site are passed over', async () => {
  const answer = await choose({ lng: 'xx', back: 'https://elsewhere.example/' });
  expect(answer.headers.get('location')).toMatch(/^\/(?!\/)/);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('a form larger than any of ours is refused before it is read', async () => {
  const large = choose({ lng: 'ar', back: `/${'a'.repeat(MAX_FORM_BYTES)}` });
  await expect(large).rejects.toMatchObject({ code: 'request-too-large' });
});
