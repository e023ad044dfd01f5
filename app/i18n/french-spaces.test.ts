import { expect, it } from 'vitest';
import { withFrenchSpaces } from './french-spaces.ts';
import { translator } from './i18n.ts';

it('lets no line of French begin with a sign or end with an opening quotation mark', () => {
  const texts = { asked: 'Pourquoi « cette date » ?', deep: { list: 'Deux choses : l’une ; l’autre !' } };
  expect(withFrenchSpaces(texts)).toEqual({
    asked: 'Pourquoi «\u00A0cette date\u00A0»\u00A0?',
    deep: { list: 'Deux choses\u00A0: l’une\u00A0; l’autre\u00A0!' },
  });
});

it('holds for the texts of pages, and leaves an SMS in the alphabet of its gateway', () => {
  expect(translator('fr', 'track')('judge.title')).toMatch(/\u00A0\?$/u);
  const asked = translator('fr', 'sms')('complainant.answer');
  expect(asked).toContain(' ?');
  expect(translator('fr', 'start')('note.reminder.sms')).toContain(' : ');
});
