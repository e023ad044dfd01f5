import type { Page } from '@playwright/test';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { expect, test } from '../fixtures/test.ts';
import { openByReceipt } from '../fixtures/track.ts';

interface Screen {
  readonly title: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** The browser's own size of text, in pixels; most people leave it at 16. */
  readonly text: number;
}

const SCREENS: readonly Screen[] = [
  { title: 'a narrow telephone', viewport: { width: 320, height: 640 }, text: 16 },
  { title: 'a telephone with text of twice the size', viewport: { width: 390, height: 844 }, text: 32 },
];

async function setTextSize(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = ({ left, right }: DOMRect) => left < -1 || right > clientWidth + 1;
    const elements = [...document.body.querySelectorAll('*')];
    return elements
      .filter(element => beyond(element.getBoundingClientRect()))
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  expect(tooWide, `what is wider than the screen on ${page.url()}`).toEqual([]);
}

for (const { title, viewport, text } of SCREENS) {
  for (const language of ['de', 'ar'] as const) {
    test(`no page of a complaint scrolls sideways on ${title} (${language})`, async ({ open, files }) => {
      const page = await open({ language, options: { viewport } });
      await setTextSize(page, text);
      const story = outageStory({ evidence: [files.photo] });
      for (const path of ['/', '/track', '/complaint/new']) {
        await page.goto(path);
        await expectNoSidewaysScroll(page);
      }
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe(`${text}px`);
      for (const name of FILING_PAGES) await answerPage(page, name, story, expectNoSidewaysScroll);
      const receipt = await fileChecked(page, expectNoSidewaysScroll);
      await openByReceipt(page, receipt);
      await expectNoSidewaysScroll(page);
    });
  }
}
