import { expect, test } from 'vitest';
import { smsLength } from './sms-length.ts';

test.each([
  ['Réponse arrivée à Zürich', 'gsm7', 24, 1],
  ['a'.repeat(160), 'gsm7', 160, 1],
  ['a'.repeat(161), 'gsm7', 161, 2],
  ['5 €', 'gsm7', 4, 1],
  ['ê', 'ucs2', 1, 1],
  ['ش'.repeat(70), 'ucs2', 70, 1],
  ['ش'.repeat(71), 'ucs2', 71, 2],
  ['😀', 'ucs2', 2, 1],
])('counts %j as the network does', (text, encoding, characters, parts) => {
  expect(smsLength(text)).toEqual({ encoding, characters, parts });
});
