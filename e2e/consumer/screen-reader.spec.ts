import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { expect, test } from '../fixtures/test.ts';

const READER = readFileSync(
  fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')),
  'utf8',
);

/** What a screen reader says of the page's content, item by item, when somebody goes through it. */
async function readAloud(page: Page): Promise<readonly string[]> {
  const url = `data:text/javascript;base64,${Buffer.from(READER).toString('base64')}`;
  return page.evaluate(async address => {
    const { virtual } = await import(address);
    await virtual.start({ container: document.querySelector('main') });
    for (let last = ''; last !== 'end of main'; last = await virtual.lastSpokenPhrase()) await virtual.next();
    const phrases: string[] = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases;
  }, url);
}

/** The texts that lead through a form, in the order in which an eye finds them: downwards, and from the right in Arabic. */
function readByEye(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const leading = document.querySelectorAll<HTMLElement>('main :is(h1, legend, label, form button)');
    const placed = [...leading]
      .filter(element => element.checkVisibility() && element.closest('[aria-hidden=true]') === null)
      .map(element => ({ text: element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1);
    const sameLine = (a: DOMRect, b: DOMRect) => a.top < b.bottom && b.top < a.bottom;
    placed.sort((a, b) => (sameLine(a.box, b.box) ? b.box.right - a.box.right : a.box.top - b.box.top));
    const firstText = (element: HTMLElement): string => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) if (texts.currentNode.nodeValue?.trim()) break;
      return texts.currentNode.nodeValue?.trim() ?? '';
    };
    return placed.map(({ text }) => firstText(text));
  });
}

/** The first of the texts that is not said after the one before it. */
function firstOutOfOrder(said: readonly string[], wanted: readonly string[]): string | undefined {
  let from = 0;
  return wanted.find(text => {
    const position = said.findIndex((phrase, index) => index >= from && phrase.includes(text));
    if (position >= 0) from = position;
    return position < 0;
  });
}

async function expectReadInOrder(page: Page): Promise<void> {
  const [said, seen] = [await readAloud(page), await readByEye(page)];
  expect(seen.length, page.url()).toBeGreaterThan(0);
  expect(
    firstOutOfOrder(said, seen),
    `${page.url()} shows ${JSON.stringify(seen)}\nsays ${JSON.stringify(said)}`,
  ).toBeUndefined();
}

test('a screen reader reads the Arabic form in the order in which it is seen and answered', async ({
  open,
  files,
}) => {
  const page = await open({ language: 'ar', options: { bypassCSP: true } });
  const story = outageStory({ evidence: [files.photo] });
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES) await answerPage(page, name, story, expectReadInOrder);
  await fileChecked(page, expectReadInOrder);
});
