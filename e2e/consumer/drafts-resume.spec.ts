import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { fieldNamed, fill, send } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

test('a code opens the draft on another device, where it is filed', async ({ open }) => {
  const story = outageStory();
  const phone = await open({ javaScript: false });
  await phone.goto('/complaint/new');
  for (const name of FILING_PAGES.slice(0, 4)) await answerPage(phone, name, story);
  await phone.locator('main a[href="/complaint/new/keep"]').click();
  await axe(phone);
  await send(phone, 'main form button');
  await axe(phone);
  const code = (await phone.locator('main .reference-large').innerText()).trim();
  await phone.goto('/complaint/new/keep');
  await expect(phone.locator('main')).not.toContainText(code);

  const computer = await open({ javaScript: false });
  await computer.goto('/complaint/resume');
  await axe(computer);
  await fill(computer, { code: '0000-0000-0000-0000' });
  await send(computer);
  await axe(computer);
  await expect(computer.locator('main [data-error-summary] a[href="#f-code"]')).toBeVisible();
  await fill(computer, { code: code.toLowerCase() });
  await send(computer);
  await computer.waitForURL('**/complaint/new/facts');
  for (const name of FILING_PAGES.slice(4)) await answerPage(computer, name, story);
  expect((await fileChecked(computer)).reference).toMatch(/^MA-/);
});

test('a mailed link opens the draft once', async ({ open, portal }) => {
  const email = 'resume@consumer.example';
  const page = await open({ javaScript: false });
  await page.goto('/complaint/new');
  await answerPage(page, 'who', outageStory());
  await page.goto('/complaint/new/keep');
  await fill(page, { email });
  await send(page, 'main form:has([name=email]) button');
  await axe(page);
  const mail = await portal.mailbox.receive(email, '/complaint/resume');
  const link = mail.text?.match(/https?:\/\/\S+/)?.[0] ?? '';
  expect(mail.subject).not.toContain('key');

  const elsewhere = await open({ javaScript: false });
  await elsewhere.goto(link);
  await send(elsewhere);
  await elsewhere.waitForURL('**/complaint/new/service');
  await expect(fieldNamed(elsewhere, 'operatorId').first()).toBeVisible();

  const again = await open({ javaScript: false });
  await again.goto(link);
  await send(again);
  await axe(again);
  await again.goto('/complaint/new/service');
  await expect(again).toHaveURL(/\/complaint\/new$/);
});
