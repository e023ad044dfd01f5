import { writeFile } from 'node:fs/promises';
import { answerPage, FILING_PAGES, type FilingPage } from '../fixtures/filing.ts';
import { fill } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const SCRIPT = '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'">';

function before(last: FilingPage): readonly FilingPage[] {
  return FILING_PAGES.slice(0, FILING_PAGES.indexOf(last));
}

test('a form that another website sends is refused', async ({ request, portal }) => {
  for (const [name, value] of [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Origin', 'https://evil.example'],
  ] as const) {
    const response = await request.post(`${portal.url}/complaint/new`, {
      headers: { [name]: value },
      form: { track: 'consumer' },
      maxRedirects: 0,
    });
    expect(response.status()).toBe(403);
  }
});

test('answers that are none are refused with the field, and what was typed stays', async ({ open }) => {
  const page = await open();
  const story = outageStory();
  await page.goto('/complaint/new');
  for (const name of before('when')) await answerPage(page, name, story);
  await fill(page, { startedAt: '2999-01-01', ongoing: 'yes', commune: SCRIPT });
  await page.locator('main form button.btn-primary').click();
  const summary = page.locator('[data-error-summary]');
  await expect(summary.locator('a[href="#f-startedAt"]')).toBeVisible();
  await expect(summary.locator('a[href="#f-region"]')).toBeVisible();
  await expect(summary).toBeFocused();
  await expect(page.locator('[name=commune]')).toHaveValue(SCRIPT);
  await axe(page);
});

test('a script in the account is shown as the text that it is', async ({ open }) => {
  const page = await open();
  const story = outageStory({
    wish: { narrative: `${SCRIPT} Plus de réseau depuis lundi.`, remedySought: ['apology'] },
  });
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES) await answerPage(page, name, story);
  await expect(page.locator('main')).toContainText(SCRIPT);
  expect(await page.title()).not.toBe('taken');
});

test('a program that calls itself a photo is refused with the reason', async ({ open }, info) => {
  const page = await open({ javaScript: false });
  await page.goto('/complaint/new');
  for (const name of before('evidence')) await answerPage(page, name, outageStory());
  const path = info.outputPath('photo.jpg');
  await writeFile(path, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 7)]));
  await fill(page, { files: [path] });
  await page.locator('main button[name=intent][value=add]').click();
  await expect(page.locator('[data-error-summary]')).toContainText('photo.jpg');
  await expect(page.locator('main input[name=remove]')).toHaveCount(0);
  await axe(page);
});

test('addresses of steps whose turn has not come lead to the step whose turn it is', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  for (const name of before('when')) await answerPage(page, name, outageStory());
  await page.goto('/complaint/new/check');
  await expect(page).toHaveURL(/\/complaint\/new\/when$/);
});
