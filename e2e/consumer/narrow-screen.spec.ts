import type { Page } from '@playwright/test';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { expect, test } from '../fixtures/test.ts';

const NARROW = { width: 320, height: 640 };

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(NARROW.width);
}

for (const language of ['de', 'ar'] as const) {
  test(`no page of a complaint scrolls sideways on a narrow telephone (${language})`, async ({
    open,
    files,
  }) => {
    const page = await open({ language, options: { viewport: NARROW } });
    const story = outageStory({ evidence: [files.photo] });
    for (const path of ['/', '/track', '/complaint/new']) {
      await page.goto(path);
      await expectNoSidewaysScroll(page);
    }
    for (const name of FILING_PAGES) {
      await answerPage(page, name, story);
      await expectNoSidewaysScroll(page);
    }
    await fileChecked(page);
    await expectNoSidewaysScroll(page);
  });
}
