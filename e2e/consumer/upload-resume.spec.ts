import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { answerPage, FILING_PAGES } from '../fixtures/filing.ts';
import { type Instance, startInstance } from '../fixtures/instance.ts';
import { writeLargePhoto } from '../fixtures/large-file.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const MEGABYTE = 1024 * 1024;
const UPLOAD = '.upload-list > li';

/** Fills in everything before the question for evidence. */
async function toEvidence(page: Page): Promise<void> {
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES.slice(0, FILING_PAGES.indexOf('evidence'))) {
    await answerPage(page, name, outageStory());
  }
  await page.waitForURL('**/complaint/new/evidence');
}

/** Sets how many bytes a second go over the page's network. */
type SlowDown = (bytesPerSecond: number) => Promise<void>;

/** A weak network, in bytes a second. @returns changes it */
async function slowDown(page: Page, bytesPerSecond: number): Promise<SlowDown> {
  const session = await page.context().newCDPSession(page);
  const change: SlowDown = async uploadThroughput => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: 10 * MEGABYTE,
      uploadThroughput,
    });
  };
  await change(bytesPerSecond);
  return change;
}

async function progressReaches(page: Page, share: number): Promise<void> {
  await page.waitForFunction(
    least => [...document.querySelectorAll('progress')].some(bar => bar.value >= least),
    share,
    { timeout: 60_000 },
  );
}

interface StoredEvidence {
  readonly sha256: string;
  readonly size: number;
  readonly storage_key: string;
  readonly file_name: string;
}

async function storedEvidence(portal: Instance): Promise<readonly StoredEvidence[]> {
  const client = new pg.Client({ connectionString: portal.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredEvidence>(
      'SELECT sha256, size, storage_key, file_name FROM evidence ORDER BY uploaded_at, file_name',
    );
    return rows;
  } finally {
    await client.end();
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The one file there is, in the database and in the storage, is this one; nothing of its pieces is left. */
async function expectStored(portal: Instance, content: Uint8Array): Promise<void> {
  const stored = await storedEvidence(portal);
  expect(stored).toHaveLength(1);
  const [evidence] = stored;
  expect(evidence?.sha256).toBe(sha256(content));
  expect(evidence?.size).toBe(content.length);
  const onDisk = await readFile(join(portal.storageFolder, evidence?.storage_key ?? ''));
  expect(sha256(onDisk)).toBe(sha256(content));
  expect(await readdir(join(portal.storageFolder, 'partial'))).toEqual([]);
}

/** A browser whose complaints about a server that is killed are expected. */
async function patientPage(browser: Browser, portal: Instance): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'fr' });
  return context.newPage();
}

test('a file of 24 MB arrives whole although the server is killed twice on the way', async ({
  browser,
}, info) => {
  const portal = await startInstance({ profileId: 'ma' });
  const path = info.outputPath('panne.jpg');
  const content = await writeLargePhoto(path, 24 * MEGABYTE);
  const page = await patientPage(browser, portal);
  await toEvidence(page);
  await slowDown(page, 6 * MEGABYTE);
  await page.locator('input[type=file]').setInputFiles(path);
  for (const share of [0.25, 0.6]) {
    await progressReaches(page, share);
    await portal.killWeb();
    await expect(page.locator(`${UPLOAD}[data-state=waiting]`)).toBeVisible();
    await portal.startWeb();
    await expect(page.locator(`${UPLOAD}[data-state=sending]`)).toBeVisible({ timeout: 40_000 });
  }
  await expect(page.locator('main input[name=remove]')).toHaveCount(1, { timeout: 60_000 });
  await expectStored(portal, content);
  await page.context().close();
  await portal.stop();
});

test('a file goes on where it stopped after pause, and after the page was closed', async ({
  browser,
}, info) => {
  const portal = await startInstance({ profileId: 'ma' });
  const path = info.outputPath('facture.jpg');
  const content = await writeLargePhoto(path, 8 * MEGABYTE);
  const page = await patientPage(browser, portal);
  await toEvidence(page);
  const changeSpeed = await slowDown(page, 3 * MEGABYTE);
  await page.locator('input[type=file]').setInputFiles(path);
  await progressReaches(page, 0.3);
  // However long the look takes: the file has not arrived before it is paused.
  await changeSpeed(MEGABYTE / 20);
  await axe(page);
  await page.locator(`${UPLOAD} button`).first().click();
  await expect(page.locator(`${UPLOAD}[data-state=paused]`)).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(page.locator(`${UPLOAD}[data-state=interrupted]`)).toContainText('facture.jpg');
  await axe(page);
  await changeSpeed(3 * MEGABYTE);
  const offsets: number[] = [];
  page.on('request', request => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.locator('main input[name=remove]')).toHaveCount(1, { timeout: 60_000 });
  expect(offsets[0]).toBeGreaterThan(1 * MEGABYTE);
  await expectStored(portal, content);
  await page.context().close();
  await portal.stop();
});

test('a shared computer keeps no name of a file, and a refused file says why', async ({ page }) => {
  await toEvidence(page);
  await page.evaluate(() => document.documentElement.setAttribute('data-shared-computer', ''));
  await page.locator('input[type=file]').setInputFiles({
    name: 'page.html',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<script>alert(1)</script>'.repeat(4000)),
  });
  const refused = page.locator(`${UPLOAD}[data-state=failed]`);
  await expect(refused).toContainText('Ce type de fichier n’est pas accepté');
  await axe(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('three files arrive by one form without JavaScript', async ({ open, portal, files }) => {
  const page = await open({ javaScript: false });
  await toEvidence(page);
  await page.locator('input[type=file]').setInputFiles([files.photo, files.invoice, files.email]);
  await page.locator('main button[name=intent][value=add]').click();
  await expect(page.locator('main input[name=remove]')).toHaveCount(3);
  const names = (await storedEvidence(portal)).map(({ file_name }) => file_name);
  expect(names).toEqual(expect.arrayContaining(['router.jpg', 'facture.pdf', 'reponse.eml']));
});
