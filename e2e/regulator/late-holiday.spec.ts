import type { Locator, Page } from '@playwright/test';
import { addDays, weekdayOf } from '#app/domain/shared/plain-date.ts';
import { profiles } from '#profiles/index.ts';
import { regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { daysAgo } from '../fixtures/days.ts';
import { fill, goingOn, openDetails } from '../fixtures/forms.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

// A day off concerns every case of a portal.
test.use({ profileId: 'ma', ownPortal: 'late-holiday' });

const HOLIDAY = 'Fête de l’Unité';

/** The first working day from the day after tomorrow on: an outage is answered within five of them. */
function workingDayToCome(): string {
  const off = new Set(profiles.ma.calendars.flatMap(({ days }) => days.map(({ on }) => on)));
  let day = daysAgo('ma', -2);
  while (off.has(day) || weekdayOf(day) > 5) day = addDays(day, 1);
  return day;
}

async function submit(page: Page, form: Locator): Promise<void> {
  await goingOn(page, async () => {
    await form.locator('button.btn-primary').click();
    const yes = page.locator('#confirm[open] button[value=yes]');
    if (await yes.isVisible()) await yes.click();
  });
}

async function dueDate(page: Page, reference: string): Promise<string> {
  const answer = page.locator('.clock-label', { hasText: 'Réponse' });
  const due = page.locator('#clocks .clock', { has: answer }).locator('.clock-due time').first();
  await expect(async () => {
    await page.goto(`/regulator/cases/${reference}`);
    await expect(due).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  return (await due.getAttribute('datetime')) ?? '';
}

test('a holiday that is declared late moves the cases that the preview names, and their pages say why', async ({
  open,
  portal,
}) => {
  const { reference } = await fileByApi(portal);
  const page = await open({ language: 'fr' });
  await signIn(page, regulatorAccount('ma', 'administrator'));
  const before = await dueDate(page, reference);

  await page.goto('/regulator/calendars');
  await axe(page);
  const declare = page.locator('main form:has([name=intent][value=declare])');
  await openDetails(declare);
  await fill(page, { on: workingDayToCome(), name: 'unity-day' });
  await fill(page, { source: 'Bulletin officiel 7412', reason: 'Jour férié annoncé tardivement.' });
  await submit(page, declare);

  await page.waitForURL(/\/regulator\/calendars\/ma-/);
  await expect(page.locator('section[aria-labelledby=f-moves-caption]')).toContainText(reference);
  await axe(page);
  await submit(page, page.locator('main form:has([name=intent][value=publish])'));

  const trace = page.locator('#clocks details .trace').filter({ hasText: HOLIDAY });
  await expect(async () => {
    expect(await dueDate(page, reference)).not.toBe(before);
    await expect(trace).not.toHaveCount(0);
    await expect(page.locator('main')).toContainText('Des échéances ont changé', { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await axe(page);
});

test('an officer reads rules and calendars and changes none', async ({ open }) => {
  const page = await open({ language: 'fr' });
  await signIn(page, regulatorAccount('ma', 'case_officer'));
  for (const path of ['/regulator/rules', '/regulator/rules/ma-respond-1', '/regulator/calendars']) {
    await page.goto(path);
    await expect(page.locator('main form[method=post]')).toHaveCount(0);
    await axe(page);
  }
  const refused = await page.request.post('/regulator/calendars', {
    form: { intent: 'declare', on: '2027-01-05', name: 'unity-day', source: 'Bulletin', reason: 'Essai' },
  });
  expect(refused.status()).toBe(403);
});
