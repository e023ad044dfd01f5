import { parse } from 'csv-parse/sync';
import { regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { fill, send } from '../fixtures/forms.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const FORMULA = '=HYPERLINK("https://evil.example";"Amina")';

test('filters live in the address: it can be kept, sent on and cleared', async ({ open, portal }) => {
  const { reference: wanted } = await fileByApi(portal, { operatorId: 'inwi', region: 'MA-04' });
  const { reference: other } = await fileByApi(portal, { operatorId: 'maroc-telecom', region: 'MA-06' });
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'case_officer'));
  await page.goto('/regulator/cases');
  await fill(page, { operator: 'inwi', region: 'MA-04', is: 'open' });
  await send(page, 'main form.filters button[type=submit]');
  const address = new URL(page.url());
  expect(Object.fromEntries([...address.searchParams].filter(([, value]) => value !== ''))).toEqual({
    operator: 'inwi',
    region: 'MA-04',
    is: 'open',
  });
  const colleague = await open({ language: 'en' });
  await signIn(colleague, regulatorAccount('ma', 'auditor'));
  await colleague.goto(address.pathname + address.search);
  for (const reader of [page, colleague]) {
    await expect(reader.locator(`main table a[href*="${wanted}?"]`)).toBeVisible();
    await expect(reader.locator(`main table a[href*="${other}?"]`)).toHaveCount(0);
  }
  await page.locator(`main table a[href*="${wanted}?"]`).click();
  await page.locator('main .case-steps a').first().click();
  await expect(page, 'the way back from a case leads to the same list').toHaveURL(/operator=inwi/);
  await page.locator('main .filters-actions a').click();
  await expect(page).toHaveURL(/\/regulator\/cases$/);
  await expect(page.locator(`main table a[href*="${other}?"]`)).toBeVisible();
  await axe(page);
});

test('filters of a wrong address are left out, not an error', async ({ open }) => {
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'case_officer'));
  const answer = await page.goto(
    '/regulator/cases?state=%27--&operator=nobody&from=2026-02-31&is=everything',
  );
  expect(answer?.status()).toBe(200);
  await axe(page);
});

test('the file for spreadsheets holds what the list shows, and no formula runs in it', async ({
  open,
  portal,
}) => {
  const { reference } = await fileByApi(portal, {
    operatorId: 'orange-maroc',
    name: FORMULA,
    region: 'MA-01',
  });
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'case_officer'));
  await page.goto('/regulator/cases?operator=orange-maroc&region=MA-01');
  const download = page.waitForEvent('download');
  await page.locator('main a[download][href*="cases.csv"]').click();
  const path = await (await download).path();
  const { readFile } = await import('node:fs/promises');
  const lines: Record<string, string>[] = parse(await readFile(path), { bom: true, columns: true });
  const line = lines.find(row => row.reference === reference);
  expect(line).toMatchObject({ operator: 'orange-maroc', region: 'MA-01', category: 'mobile-outage' });
  expect(line?.complainant?.startsWith('=')).toBe(false);
  expect(line?.complainant).toContain('HYPERLINK');
  expect(lines.every(row => row.operator === 'orange-maroc' && row.region === 'MA-01')).toBe(true);
});

test('the figures’ file holds the operators’ counters', async ({ open, portal }) => {
  await fileByApi(portal, { operatorId: 'inwi' });
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'analyst'));
  await page.goto('/regulator/figures');
  await axe(page);
  const address = await page.locator('main a[href*="figures.csv"]').getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  expect(await answer.text()).toContain('inwi');
});
