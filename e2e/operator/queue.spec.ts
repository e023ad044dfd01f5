import type { Page } from '@playwright/test';
import { liaisonAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { fill } from '../fixtures/forms.ts';
import { give, openFromQueue, openQueueWith, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const OPERATOR = 'orange-maroc';

function rows(page: Page) {
  return page.locator('main table[data-keys] tbody tr');
}

test('the queue is walked, searched and opened with the keyboard', async ({ open, portal }) => {
  const references = [
    (await fileByApi(portal, { operatorId: OPERATOR })).reference,
    (await fileByApi(portal, { operatorId: OPERATOR, vulnerability: ['health'] })).reference,
  ];
  const page = await open();
  await signIn(page, liaisonAccount('ma', OPERATOR));
  await openQueueWith(page, references);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const first = rows(page).first();
  await expect(first.locator('a').first()).toBeFocused();
  // The most urgent case stands first.
  await expect(first).toContainText(references[1] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/operator\/cases\//);
  await page.goto('/operator');
  await page.keyboard.press('/');
  await page.keyboard.type(references[0] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL(/text=/);
  await expect(rows(page)).toHaveCount(1);
  await page.locator('main h1').click();
  await page.keyboard.press('?');
  await expect(page.locator('#keyboard-help')).toBeVisible();
  await axe(page);
});

test('each counter opens the list that it counts', async ({ open, portal }) => {
  const { reference } = await fileByApi(portal, { operatorId: OPERATOR });
  const page = await open();
  await signIn(page, liaisonAccount('ma', OPERATOR));
  await openQueueWith(page, [reference]);
  const tiles = page.locator('main .tile a');
  for (let index = 0; index < (await tiles.count()); index += 1) {
    await tiles.nth(index).click();
    // Counter and list of one and the same page: other cases may have been served since the one before.
    await expect(async () => {
      const opened = page.locator('main:has(.tile a[aria-current=page])');
      const shown = await opened.evaluate(main => ({
        current: [...main.querySelectorAll('.tile a')].findIndex(tile => tile.matches('[aria-current=page]')),
        counted: Number(main.querySelector('.tile a[aria-current=page] .tile-value')?.textContent),
        listed: main.querySelectorAll('table[data-keys] tbody tr').length,
      }));
      expect(shown).toEqual({ current: index, counted: shown.listed, listed: shown.listed });
    }).toPass({ timeout: 10_000 });
  }
});

test('the liaison works without JavaScript', async ({ open, portal }) => {
  const { reference } = await fileByApi(portal, { operatorId: OPERATOR });
  const page = await open({ javaScript: false });
  await signIn(page, liaisonAccount('ma', OPERATOR));
  await openFromQueue(page, reference);
  await give(page, 'acknowledge');
  await expect(page.locator('input[name=command][value=acknowledge]')).toHaveCount(0);
});

test('two liaisons who answer at once: the second is told that the case has changed', async ({
  open,
  portal,
}) => {
  const { reference } = await fileByApi(portal, { operatorId: OPERATOR });
  const [first, second] = [await open(), await open()];
  await signIn(first, liaisonAccount('ma', OPERATOR));
  await signIn(second, liaisonAccount('ma', OPERATOR));
  await openQueueWith(first, [reference]);
  for (const page of [first, second]) await page.goto(`/operator/cases/${reference}`);
  await give(first, 'acknowledge');
  const question = 'Quel est le numéro de la ligne concernée par la panne ?';
  const form = second.locator('main form:has(input[name=command][value=request-information])');
  await form.locator('xpath=ancestor::details').locator('summary').first().click();
  await fill(second, { 'request-information.question': question });
  await form.locator('button[type=submit]').click();
  await expect(second.locator('main [role=alert], main .notice').first()).toBeVisible();
  await expect(second.locator('[name="request-information.question"]')).toHaveValue(question);
  await axe(second);
});

test('the regulator’s pages are closed to liaisons, and all staff pages to who has not signed in', async ({
  open,
}) => {
  const page = await open();
  for (const path of ['/operator', '/regulator', '/regulator/cases', '/regulator/figures', '/account']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  await signIn(page, liaisonAccount('ma', OPERATOR));
  for (const path of ['/regulator', '/regulator/cases', '/regulator/cases.csv', '/regulator/figures']) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
  await page.goto('/regulator');
  await axe(page);
  await page.goto('/operator/performance');
  await axe(page);
  await page.locator('#counters a').first().click();
  await page.waitForURL('**/operator/performance/cases?**');
  await axe(page);
  expect((await page.request.get('/operator/performance.csv')).headers()['content-type']).toMatch(/csv/);
});
