import type { Page } from '@playwright/test';
import { daysAgo } from '../fixtures/days.ts';
import { expect, test } from '../fixtures/test.ts';

const MOST_TABS = 120;

/** Presses Tab until the field, link or button has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector} on ${page.url()}`);
}

/** Moves with the arrows within a group of radio buttons, or a list, until the value is chosen. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `main [name="${name}"]`);
  const isRadio = await page.evaluate(() => document.activeElement instanceof HTMLInputElement);
  if (isRadio) await page.keyboard.press('Space');
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    const chosen = await page.evaluate(
      () => (document.activeElement as HTMLInputElement | HTMLSelectElement).value,
    );
    if (chosen === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${value} of ${name}`);
}

async function tick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `main [name="${name}"][value="${value}"]`);
  await page.keyboard.press('Space');
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `main [name="${name}"]`);
  await page.keyboard.type(text);
}

/** A day, typed into the browser's own field in the order of its language (here: month, day, year). */
async function typeDay(page: Page, name: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await type(page, name, `${month}${date}${year}`);
  await expect(page.locator(`main [name="${name}"]`)).toHaveValue(day);
}

async function goOn(page: Page, path: string): Promise<void> {
  await tabTo(page, 'main form button.btn-primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}`);
}

test('a complaint is filed with the keyboard alone', async ({ open }) => {
  const page = await open({ language: 'en' });
  await page.goto('/complaint/new');
  await choose(page, 'track', 'consumer');
  await goOn(page, '/service');
  await choose(page, 'operatorId', 'maroc-telecom');
  await choose(page, 'service', 'mobile');
  await goOn(page, '/problem');
  await tabTo(page, 'main a[href$="category=mobile-outage"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**category=mobile-outage');
  await tick(page, 'issues', 'mobile-outage/voice');
  await goOn(page, '/when');
  await typeDay(page, 'startedAt', daysAgo('ma', 2));
  await choose(page, 'ongoing', 'yes');
  await choose(page, 'region', 'MA-06');
  await goOn(page, '/facts');
  await type(page, 'facts.area', 'Gauthier');
  await choose(page, 'facts.stillDown', 'yes');
  await goOn(page, '/attempts');
  await typeDay(page, 'attempts.0.on', daysAgo('ma', 1));
  await choose(page, 'attempts.0.channel', 'hotline');
  await choose(page, 'attempts.0.result', 'saturated');
  await goOn(page, '/wish');
  await type(page, 'narrative', 'No calls since Friday, neither at home nor at work.');
  await tick(page, 'remedySought', 'explanation');
  await goOn(page, '/evidence');
  await goOn(page, '/contact');
  await type(page, 'name', 'Amina Example');
  await goOn(page, '/check');
  await goOn(page, '/complaint/receipt');
  await expect(page.locator('main .reference-large').first()).toContainText('MA-');
});

test('the first Tab offers to skip to the content', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
