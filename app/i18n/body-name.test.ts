import { afterAll, expect, it } from 'vitest';
import { namedFor } from './body-name.ts';
import { speakFor, translator } from './i18n.ts';

afterAll(() => speakFor('regulator'));

it('names a conciliation body as such where it runs the portal, in every language', () => {
  const lead = () =>
    (['de', 'fr', 'en', 'ar'] as const).map(language => translator(language, 'ui')('home.lead'));
  const spoken = lead();
  speakFor('conciliation-body');
  const [de, fr, en] = lead();
  expect(de).toContain('bei der Schlichtungsstelle');
  expect(fr).toContain('auprès du conciliateur');
  expect(en).toContain('the conciliation body');
  expect(translator('ar', 'collective')('page.stands.review')).toContain('هيئة التوفيق');
  speakFor('regulator');
  expect(lead()).toEqual(spoken);
});

it('keeps the capital at the beginning of a sentence and leaves longer words alone', () => {
  const texts = { begins: 'Regulator’s area', within: 'deregulators and the regulator’s staff' };
  expect(namedFor(texts, 'en', 'conciliation-body')).toEqual({
    begins: 'Conciliation body’s area',
    within: 'deregulators and the conciliation body’s staff',
  });
});
