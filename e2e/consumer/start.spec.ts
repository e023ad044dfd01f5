import type { Page } from '@playwright/test';
import { fieldNamed, fill, goingOn, send } from '../fixtures/forms.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const KILOBYTE = 1000;
const SMALLEST_WITHOUT_SCRIPT = 15 * KILOBYTE;
const SMALLEST_IN_ALL = 50 * KILOBYTE;

/** What the page and everything with it weighs on the wire. */
async function weightOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const sizes: number[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('everyday words find the problem without JavaScript, and what was chosen need not be chosen again', async ({
  open,
}) => {
  const page = await open({ javaScript: false });
  await page.goto('/');
  await goingOn(page, () => page.locator('main a[href="/complaint/start"]').first().click());
  await axe(page);
  await fill(page, { q: 'ma rechage inwi pas arivée' });
  await send(page);
  await axe(page);
  const found = page.locator('#start-results > section a');
  await expect(found.first()).toHaveAttribute('href', /category=prepaid-credit/);
  await goingOn(page, () => found.first().click());
  await axe(page);
  await expect(page.locator('main [name=operatorId][value=inwi]')).toBeChecked();
  await send(page);
  await axe(page);
  await expect(page.locator('main [data-error-summary]')).toBeVisible();
  await fill(page, { service: 'mobile' });
  await send(page);
  await page.waitForURL('**/complaint/new');
  await fill(page, { track: 'consumer' });
  await send(page);
  await expect(page.locator('main [name=operatorId][value=inwi]')).toBeChecked();
  await expect(page.locator('main [name=service][value=mobile]')).toBeChecked();
  await send(page);
  await expect(page.locator('main [name=category]')).toHaveValue('prepaid-credit');
  await expect(page.locator('main [value="prepaid-credit/paid-not-credited"]')).toBeChecked();
});

test('Arabic as it is spoken finds the problem and the operator', async ({ open }) => {
  const page = await open({ language: 'ar' });
  await page.goto(
    '/complaint/start?q=%D8%A7%D9%84%D8%B1%D9%88%D8%B4%D8%A7%D8%B1%D8%AC+%D8%AF%D9%8A%D8%A7%D9%84+%D8%A5%D9%86%D9%88%D9%8A',
  );
  await axe(page);
  await expect(page.locator('#start-results > section a').first()).toHaveAttribute(
    'href',
    /category=prepaid-credit/,
  );
  await expect(page.locator('#start-results > p').first()).toContainText('inwi');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('results come while one types', async ({ open }) => {
  const page = await open({ language: 'de' });
  await page.goto('/complaint/start');
  await fieldNamed(page, 'q').pressSequentially('kein Netz');
  await expect(page.locator('#start-results > section a').first()).toHaveAttribute(
    'href',
    /category=mobile-outage.*q=kein\+Netz/,
  );
  await axe(page);
});

test('words that mean nothing lead to the list, not to an empty page', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/start?q=xqzzvk');
  await axe(page);
  expect(await page.locator('#start-results a[href*="category=billing"]').count()).toBe(1);
});

test('the start page weighs at most 15 KB without JavaScript, and 50 KB in all', async ({ open }) => {
  const without = await weightOf(await open({ javaScript: false }), '/complaint/start');
  const inAll = await weightOf(await open(), '/complaint/start');
  test.info().annotations.push({ type: 'weight', description: `${without} B, ${inAll} B in all` });
  expect(without).toBeLessThanOrEqual(SMALLEST_WITHOUT_SCRIPT);
  expect(inAll).toBeLessThanOrEqual(SMALLEST_IN_ALL);
});

test('a shared computer keeps nothing, and forgets at the press of a button', async ({ open }) => {
  const page = await open({ javaScript: false });
  await page.goto('/complaint/start');
  await page.locator('main details summary').last().click();
  await goingOn(page, () => page.locator('main form[action="/complaint/shared-computer"] button').click());
  await expect(page.locator('html')).toHaveAttribute('data-shared-computer', '');
  await axe(page);
  await page.goto('/complaint/new');
  await fill(page, { track: 'consumer' });
  await send(page);
  const kept = (await page.context().cookies()).filter(({ expires }) => expires !== -1);
  expect(kept.map(({ name }) => name)).not.toContain('recours_draft');
  const answer = await page.goto('/accessibility');
  expect(answer?.headers()['cache-control']).toBe('no-store');
  await goingOn(page, () => page.locator('aside form button').click());
  await page.waitForURL(/forgotten/);
  await axe(page);
  expect((await page.context().cookies()).filter(({ name }) => name.startsWith('recours_'))).toEqual([]);
  await page.goto('/complaint/new/service');
  await expect(page).toHaveURL(/\/complaint\/new$/);
});
