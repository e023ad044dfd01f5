import type { Page } from '@playwright/test';
import { regulatorAccount } from '../fixtures/accounts.ts';
import { answerPage, FILING_PAGES, type FiledStory, fileChecked } from '../fixtures/filing.ts';
import { fill, send } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { openFromList, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const BUSINESS: FiledStory = outageStory({
  who: {
    track: 'business',
    organisationName: 'Atelier Zellige',
    organisationNumber: 'ICE 0015 2400 0000 081',
  },
});

const SITES = [
  { place: 'Casablanca, atelier', lines: '4', hours: '2', hourlyLoss: '500' },
  { place: 'Rabat, boutique', lines: '1', hours: '1,5', hourlyLoss: '200' },
] as const;

function site(index: number, answers: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [`facts.affectedSites.${index}.${key}`, value]),
  );
}

async function reachFacts(page: Page, story: FiledStory): Promise<void> {
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES.slice(0, FILING_PAGES.indexOf('facts')))
    await answerPage(page, name, story);
  await page.waitForURL('**/complaint/new/facts');
}

for (const javaScript of [false, true]) {
  test(`a business lists its sites ${javaScript ? 'with' : 'without'} JavaScript, and the officer sees the sum`, async ({
    open,
  }) => {
    const page = await open({ javaScript });
    await reachFacts(page, BUSINESS);
    await fill(page, { ...BUSINESS.facts, ...site(0, SITES[0]) });
    await send(page, 'main button[name=add]');
    await send(page, 'main button[name=add]');
    await fill(page, { ...site(1, SITES[1]), ...site(2, { lines: '9' }) });
    await axe(page);
    await page.locator('main button[name=remove]').nth(2).click();
    await expect(page.locator('[name="facts.affectedSites.2.lines"]')).toHaveCount(0);
    await expect(page.locator('[name="facts.affectedSites.1.place"]')).toHaveValue(SITES[1].place);
    await send(page, 'main form button.btn-primary');
    for (const name of FILING_PAGES.slice(FILING_PAGES.indexOf('attempts')))
      await answerPage(page, name, BUSINESS);
    await expect(page.locator('main')).toContainText('001524000000081');
    await expect(page.locator('main')).toContainText(/1\s300,00/u);
    const { reference } = await fileChecked(page);

    const officer = await open();
    await signIn(officer, regulatorAccount('ma', 'case_officer'));
    await openFromList(officer, reference);
    await expect(officer.locator('#facts, main').first()).toContainText('Rabat, boutique');
    await expect(officer.locator('main')).toContainText(/1\s300,00/u);
  });
}

test('a wrong number of a company and a wrong site are named, in Arabic', async ({ open }) => {
  const page = await open({ language: 'ar', javaScript: false });
  await page.goto('/complaint/new');
  await fill(page, { track: 'business', organisationName: 'Atelier', organisationNumber: '123' });
  await send(page);
  await expect(page.locator('[data-error-summary] a[href="#f-organisationNumber"]')).toContainText('ICE');
  await axe(page);
  await reachFacts(page, BUSINESS);
  await fill(page, { ...BUSINESS.facts, ...site(0, { lines: 'many' }) });
  await page.locator('main form button.btn-primary').click();
  const summary = page.locator('[data-error-summary]');
  await expect(summary.locator('a[href="#f-facts.affectedSites.0.place"]')).toContainText('الموقع 1');
  await expect(summary.locator('a[href="#f-facts.affectedSites.0.lines"]')).toBeVisible();
  await axe(page);
});
