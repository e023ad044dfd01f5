import type { Page } from '@playwright/test';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { expect, type Open, test } from '../fixtures/test.ts';

/** Two browser windows of one person, both at "check your answers". */
async function twoWindowsAtCheck(open: Open): Promise<readonly [Page, Page]> {
  const first = await open({ javaScript: false });
  await first.goto('/complaint/new');
  for (const name of FILING_PAGES) await answerPage(first, name, outageStory());
  const second = await first.context().newPage();
  await second.goto('/complaint/new/check');
  return [first, second];
}

test('a complaint that is sent twice is filed once, and both windows show its receipt', async ({ open }) => {
  const [first, second] = await twoWindowsAtCheck(open);
  const receipt = await fileChecked(first);
  await second.locator('main form button.btn-primary').click();
  await second.waitForURL('**/complaint/receipt');
  await expect(second.locator('main .reference-large').first()).toHaveText(receipt.reference);
});

test('a double click files once', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES) await answerPage(page, name, outageStory());
  const posts: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  await page.locator('main form button.btn-primary').dblclick();
  await page.waitForURL('**/complaint/receipt');
  expect(posts).toHaveLength(1);
});
