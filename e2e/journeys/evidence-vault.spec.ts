import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import pg from 'pg';
import { invoicePdf, phonePhoto, voiceMessage } from '#scripts/testing/sample-files.ts';
import { EICAR, testScanner } from '#scripts/testing/scanner.ts';
import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { type Instance, startInstance } from '../fixtures/instance.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt, takeTurn } from '../fixtures/track.ts';

async function fiveSheets(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await invoicePdf());
  for (let sheet = 0; sheet < 4; sheet += 1) pdf.addPage([595, 842]).drawText(`Annexe ${sheet + 1}`);
  return Buffer.from(await pdf.save());
}

/** On a phone as on a desk nothing scrolls sideways. */
async function look(page: Page): Promise<void> {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${page.url()} at ${width} pixels`).toBeLessThanOrEqual(0);
  }
}

async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('main .evidence summary').all()) await summary.click();
  await page.waitForLoadState('networkidle');
}

/** As if the files had come earlier: the worker searches every minute for work that is older than one. */
async function letFilesAge(portal: Instance): Promise<void> {
  const client = new pg.Client({ connectionString: portal.superuserUrl });
  await client.connect();
  try {
    await client.query(`UPDATE "evidence" SET uploaded_at = uploaded_at - interval '2 minutes'`);
  } finally {
    await client.end();
  }
}

test('files are checked before anybody opens them, and everybody sees how they stand', async ({
  browser,
}) => {
  const scanner = testScanner();
  const portal = await startInstance({ profileId: 'ma', settings: { CLAMD_URL: scanner.url } });
  const folder = await mkdtemp(join(tmpdir(), 'recours-vault-'));
  const context = await browser.newContext({ baseURL: portal.url, locale: 'fr', serviceWorkers: 'block' });
  const page = await context.newPage();
  const names = {
    photo: 'photo.jpg',
    bill: 'facture.pdf',
    voice: 'message.m4a',
    broken: 'illisible.pdf',
    virus: 'virus.jpg',
  };
  const contents = {
    photo: await phonePhoto(),
    bill: await fiveSheets(),
    voice: await voiceMessage(),
    broken: Buffer.from('%PDF-1.7\nnothing'),
    virus: Buffer.concat([await phonePhoto(), Buffer.from(EICAR)]),
  };
  for (const [key, name] of Object.entries(names)) {
    await writeFile(join(folder, name), contents[key as keyof typeof contents]);
  }
  const evidence = Object.values(names).map(name => join(folder, name));
  const receipt = await fileByApi(portal);
  const plain = await (
    await browser.newContext({ baseURL: portal.url, locale: 'fr', javaScriptEnabled: false })
  ).newPage();
  await openByReceipt(plain, receipt);
  await takeTurn(plain, 'evidence', { evidence });
  await openByReceipt(page, receipt);
  await page.goto('/track/case');
  await expect(page.locator('main .evidence .tag')).toHaveCount(5);
  await expect(page.locator('main .evidence a[href*="/evidence/"]')).toHaveCount(0);
  await axe(page);
  await look(page);

  await letFilesAge(portal);
  await scanner.start();
  await expect(async () => {
    await page.reload();
    await expect(page.locator('main .evidence .evidence-name a')).toHaveCount(3, { timeout: 1000 });
    // The other two have met their fate as well, of which one tag is left.
    await expect(page.locator('main .evidence .tag')).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 120_000 });
  await expect(page.locator('main .evidence audio[preload=none][controls]')).toHaveCount(1);
  await unfold(page);
  await axe(page);
  await look(page);

  const liaison = await (
    await browser.newContext({ baseURL: portal.url, locale: 'fr', serviceWorkers: 'block' })
  ).newPage();
  await signIn(liaison, liaisonAccount('ma', 'maroc-telecom'));
  await liaison.goto(`/operator/cases/${receipt.reference}`);
  await unfold(liaison);
  await axe(liaison);
  await look(liaison);
  const copy = await liaison.request.get(
    (await liaison.locator('main .evidence .evidence-name a').first().getAttribute('href')) ?? '',
  );
  expect(copy.headers()['x-content-type-options']).toBe('nosniff');

  const officer = await (
    await browser.newContext({ baseURL: portal.url, locale: 'ar', serviceWorkers: 'block' })
  ).newPage();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await officer.goto(`/regulator/cases/${receipt.reference}`);
  await unfold(officer);
  await axe(officer);
  await look(officer);
  const bundle = await officer.request.get(`/regulator/cases/${receipt.reference}/custody.zip`);
  expect(bundle.headers()['content-disposition']).toMatch(/^attachment/);
  await writeFile(join(folder, 'bundle.zip'), await bundle.body());
  expect(await portal.run('scripts/verify-bundle.ts', join(folder, 'bundle.zip'))).toContain('Whole');

  await page.goto('/track/case');
  await expect(page.locator('main .evidence')).toContainText('Ouverte par Maroc Telecom');
  const arabic = await (
    await browser.newContext({ baseURL: portal.url, locale: 'ar', serviceWorkers: 'block' })
  ).newPage();
  await openByReceipt(arabic, receipt);
  await unfold(arabic);
  await axe(arabic);
  await look(arabic);
  await portal.stop();
  await scanner.remove();
  await rm(folder, { recursive: true, force: true });
});
