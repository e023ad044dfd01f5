import type { CDPSession, Page } from '@playwright/test';
import { fill } from '../fixtures/forms.ts';
import { expect, test } from '../fixtures/test.ts';

const KILOBYTE = 1000;
/** A weak 3G connection: 400 kbit/s down, 300 ms to the server and back. */
const WEAK_3G = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 25_000 };
/** From tapping the link to the question, on that connection. */
const PATIENCE_MILLISECONDS = 5000;

async function networkOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  return session;
}

test('the first page of a complaint transfers less than 100 KB in all', async ({ open }) => {
  const page = await open();
  const network = await networkOf(page);
  const sizes: number[] = [];
  network.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto('/complaint/new', { waitUntil: 'networkidle' });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  expect(total).toBeLessThan(100 * KILOBYTE);
});

test('on a weak 3G connection the first page answers before its JavaScript has come', async ({ open }) => {
  const page = await open();
  const network = await networkOf(page);
  await network.send('Network.emulateNetworkConditions', WEAK_3G);
  const held: string[] = [];
  const arrived = Promise.withResolvers<void>();
  await page.route('**/*.js', async route => {
    held.push(route.request().url());
    await arrived.promise;
    await route.continue().catch(() => undefined);
  });
  const begin = performance.now();
  await page.goto('/complaint/new', { waitUntil: 'commit' });
  await fill(page, { track: 'consumer' });
  expect(performance.now() - begin).toBeLessThan(PATIENCE_MILLISECONDS);
  await page.locator('main form button.btn-primary').click({ noWaitAfter: true });
  await page.waitForURL('**/complaint/new/service', { waitUntil: 'commit' });
  await expect(page.locator('main [name=operatorId]').first()).toBeVisible();
  expect(held.length).toBeGreaterThan(0);
  arrived.resolve();
});
