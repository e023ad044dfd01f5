import { expect, test } from 'vitest';
import { readMentions } from './mentions.ts';

const COLLEAGUES = [
  { id: '1', name: 'Karima Alaoui' },
  { id: '2', name: 'Karim El Fassi' },
  { id: '3', name: 'Karim Idrissi' },
  { id: '4', name: 'سارة بناني' },
];

test.each([
  ['@Karima vois ceci', ['1']],
  ['voir @karima alaoui, puis @Karim Idrissi.', ['1', '3']],
  ['(@Karim El Fassi)', ['2']],
  ['من فضلك @سارة', ['4']],
  ['@Karima et encore @Karima', ['1']],
  ['écrire à karima@desk.example', []],
  ['sans mention', []],
])('%j mentions %j', (text, userIds) => {
  expect(readMentions(text, COLLEAGUES)).toEqual({ ok: true, userIds });
});

test.each([
  ['@Karim est là', 'karim'],
  ['@Nadia', 'nadia'],
])('%j names nobody in particular', (text, name) => {
  expect(readMentions(text, COLLEAGUES)).toEqual({ ok: false, name });
});
