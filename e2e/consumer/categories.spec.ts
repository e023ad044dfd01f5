import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import type { Service, Track } from '#app/domain/taxonomy/definition.ts';
import { CATEGORIES, CATEGORY_KEYS, type Category } from '#app/domain/taxonomy/taxonomy.ts';
import { daysAgo } from '../fixtures/days.ts';
import { send } from '../fixtures/forms.ts';
import { expect, test } from '../fixtures/test.ts';

// Every category in every language, and on every track that people file on without an account, in a browser that runs
// no scripts. Disputes between operators are filed by operators: e2e/operator.

const PUBLIC_TRACKS = ['consumer', 'business', 'collective'] as const satisfies readonly Track[];

/** Answers that can't be guessed from the kind of field. */
const GIVEN: Readonly<Record<string, string>> = {
  startedAt: daysAgo('ma', 30),
  endedAt: '',
  ongoing: 'yes',
  organisationNumber: '001525713000027',
  'attempts.0.on': daysAgo('ma', 25),
  email: 'amina@example.org',
  phone: '0612000001',
};

interface ToFile {
  readonly track: Track;
  readonly service: Service;
  readonly category: Category;
}

/** Every category once, its tracks taken in turn: the languages together file each category on each of its tracks. */
function everyCategory(turn: number): readonly ToFile[] {
  return CATEGORY_KEYS.flatMap(category => {
    const definition: { readonly tracks: readonly Track[]; readonly services: readonly Service[] } =
      CATEGORIES[category];
    const tracks = PUBLIC_TRACKS.filter(track => definition.tracks.includes(track));
    const [track, service] = [tracks[turn % tracks.length], definition.services[0]];
    return track === undefined || service === undefined ? [] : [{ track, service, category }];
  });
}

/** Answers every question of the page as its kind of field wants it: the first choice, a day, a number, some words. */
async function answerEverything(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    ({ answers, day }) => {
      type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
      const main = document.querySelector('main form[method=post]');
      const fields = [...(main?.querySelectorAll<Field>('input, select, textarea') ?? [])];
      const plausible = (field: Field): string => {
        if (field instanceof HTMLSelectElement)
          return [...field.options].find(({ value }) => value)?.value ?? '';
        if (field instanceof HTMLTextAreaElement)
          return 'Rien ne fonctionne depuis un mois, malgré trois appels.';
        if (field.type === 'date') return day;
        if (field.type === 'datetime-local') return `${day}T10:30`;
        if (field.type === 'time') return '10:30';
        if (field.type === 'tel' || field.inputMode === 'tel') return '0612345678';
        return field.inputMode === 'numeric' || field.inputMode === 'decimal' ? '2' : 'Exemple';
      };
      const chosen = new Set<string>();
      for (const field of fields) {
        if (field.type === 'hidden' || field.type === 'file') continue;
        const answer = answers[field.name];
        if (field.type === 'radio' || field.type === 'checkbox') {
          const wanted = answer === undefined ? !chosen.has(field.name) : field.value === answer;
          if (wanted) (field as HTMLInputElement).checked = true;
          if (wanted) chosen.add(field.name);
        } else field.value = answer ?? plausible(field);
      }
    },
    { answers: given, day: GIVEN.startedAt ?? '' },
  );
}

async function answerStep(page: Page, path: string, given: Readonly<Record<string, string>>): Promise<void> {
  await page.waitForURL(url => url.pathname === `/complaint/new${path}`);
  await answerEverything(page, given);
  await send(page, 'main form button.btn-primary');
  const refused = await page.locator('main .error-summary').allInnerTexts();
  expect(refused, `${path} of ${JSON.stringify(given)}`).toEqual([]);
}

async function file(page: Page, { track, service, category }: ToFile): Promise<string> {
  const given = { ...GIVEN, track, service };
  await page.context().clearCookies({ name: /recours_(draft|start|receipt)/ });
  await page.goto('/complaint/new');
  await answerStep(page, '', given);
  await answerStep(page, '/service', given);
  await page.goto(`/complaint/new/problem?category=${category}`);
  for (const path of ['/problem', '/when', '/facts', '/attempts', '/wish', '/evidence', '/contact', '/check'])
    await answerStep(page, path, given);
  await page.waitForURL('**/complaint/receipt');
  return page.locator('main .reference-large').first().innerText();
}

function languageName(language: Language): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}

for (const [turn, language] of LANGUAGES.entries()) {
  test(`every category is filed in ${languageName(language)}, on one of its tracks`, async ({ open }) => {
    const page = await open({ language, javaScript: false });
    const complaints = everyCategory(turn);
    const references = new Set<string>();
    for (const complaint of complaints) references.add(await file(page, complaint));
    expect(references.size).toBe(complaints.length);
  });
}
