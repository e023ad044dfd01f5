import { answerPage, type FilingPage, fileChecked } from '../fixtures/filing.ts';
import { fieldNamed } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const FIRST_HALF: readonly FilingPage[] = ['who', 'service', 'problem', 'when'];
const SECOND_HALF: readonly FilingPage[] = ['facts', 'attempts', 'wish', 'evidence', 'contact'];

test('a complaint that is being written survives the closing of the browser', async ({ open }) => {
  const story = outageStory();
  const before = await open();
  await before.goto('/complaint/new');
  for (const name of FIRST_HALF) await answerPage(before, name, story);
  const storageState = await before.context().storageState();
  await before.context().close();

  const after = await open({ options: { storageState } });
  await after.goto('/complaint/new');
  await axe(after);
  await after.locator('main a[href="/complaint/new/facts"]').click();
  await after
    .locator('nav a[href="/complaint/new/when"], main a[href="/complaint/new/when"]')
    .first()
    .click();
  await expect(fieldNamed(after, 'commune')).toHaveValue('Casablanca');
  await after.goto('/complaint/new/facts');
  for (const name of SECOND_HALF) await answerPage(after, name, story);
  expect((await fileChecked(after)).reference).toMatch(/^MA-/);
});

test('another browser knows nothing of a complaint that is being written', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  await answerPage(page, 'who', outageStory());
  const stranger = await open();
  await stranger.goto('/complaint/new/service');
  await expect(stranger).toHaveURL(/\/complaint\/new$/);
  await expect(fieldNamed(stranger, 'track').first()).not.toBeChecked();
});

test('a complaint that is being written is deleted on request', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  await answerPage(page, 'who', outageStory());
  await page.locator('main a[href="/complaint/new/delete"]').click();
  await axe(page);
  await page.locator('main form button').first().click();
  await expect(page).toHaveURL(/deleted/);
  await axe(page);
  await page.goto('/complaint/new/problem');
  await expect(page).toHaveURL(/\/complaint\/new$/);
});
