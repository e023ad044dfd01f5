import type { Page } from '@playwright/test';
import { fileByApi } from '../fixtures/api.ts';
import { fill, send } from '../fixtures/forms.ts';
import type { Mailbox } from '../fixtures/mailbox.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt } from '../fixtures/track.ts';

const EMAIL = 'lost@consumer.example';

/** The link in a mail whose path is `path`. */
async function linkIn(mailbox: Mailbox, path: string): Promise<string> {
  const { text = '', subject = '' } = await mailbox.receive(EMAIL, `${path}?token=`);
  const [link = ''] = text.match(/https?:\/\/\S+\?token=[\w-]{43}/u) ?? [];
  expect(subject).not.toMatch(/token|[\w-]{43}/);
  return link;
}

async function ask(page: Page, reference: string, email: string): Promise<string> {
  await page.goto('/track/recover');
  await axe(page);
  await fill(page, { reference, email });
  await send(page);
  await page.waitForURL('**/track/recover?sent');
  await axe(page);
  return page.locator('main').innerText();
}

test('a lost code is replaced through the confirmed address, without JavaScript, in Arabic', async ({
  open,
  portal,
}) => {
  const receipt = await fileByApi(portal, { email: EMAIL });
  const { reference, code } = receipt;
  const page = await open({ javaScript: false, language: 'ar' });

  await test.step('the address is confirmed by the form, not by opening the link', async () => {
    const link = await linkIn(portal.mailbox, '/track/address');
    for (const _ of [1, 2]) await page.goto(link);
    await axe(page);
    await send(page);
    await page.waitForURL(/\/track\/address$/);
    await axe(page);
    await page.goto(link);
    await expect(page.locator('main form')).toHaveCount(0);
  });

  await test.step('who asks gets the same answer for any address', async () => {
    const foreign = await ask(page, reference, 'somebody@consumer.example');
    expect(await ask(page, reference, EMAIL)).toBe(foreign);
  });

  await test.step('the link shows a new code once, and the old one is void', async () => {
    const link = await linkIn(portal.mailbox, '/track/new-code');
    for (const _ of [1, 2]) await page.goto(link);
    await axe(page);
    await send(page);
    await page.waitForURL(/\/track\/new-code$/);
    await axe(page);
    const [, renewed = ''] = await page.locator('main .reference-large').allInnerTexts();
    expect(renewed.trim()).not.toBe(code);
    expect(page.url()).not.toContain(renewed.trim());
    await page.goto(link);
    await expect(page.locator('main form')).toHaveCount(0);
    const person = await open();
    await openByReceipt(person, { reference, code: renewed.trim() });
    const late = await open();
    await late.goto('/track');
    await fill(late, { reference, code });
    await send(late);
    await expect(late.locator('[data-error-summary]')).toBeVisible();
  });
});

test('guessing codes in the browser is stopped, with one answer for wrong codes and unknown cases', async ({
  page,
  portal,
}) => {
  const { reference } = await fileByApi(portal);
  const answers = new Set<number>();
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const form = { reference, code: '0000-0000-0000-0000' };
    answers.add((await page.request.post('/track', { form, headers: { origin: portal.url } })).status());
  }
  expect([...answers]).toEqual([404, 429]);
});
