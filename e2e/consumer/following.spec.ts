import type { Page } from '@playwright/test';
import { liaisonAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { fill, send } from '../fixtures/forms.ts';
import { give, openFromQueue, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt, takeTurn } from '../fixtures/track.ts';

/** The stop link of a mail to an address, as the outbox page of a test instance shows it. */
async function stopLink(page: Page, email: string): Promise<string> {
  const mails = page.locator('main table tr', { hasText: email }).locator('a');
  let link = '';
  await expect(async () => {
    await page.goto('/dev/mail');
    const addresses = await mails.evaluateAll(all => all.map(mail => mail.getAttribute('href') ?? ''));
    // Not every mail has one: the mail that asks whether the address is right has none.
    for (const address of addresses) {
      await page.goto(address);
      link = /\/s\/[\w-]{16}/.exec(await page.locator('main').innerText())?.[0] ?? link;
    }
    expect(link).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return link;
}

test('complainant and operator talk through the portal, without scripts and without addresses', async ({
  open,
  portal,
}) => {
  const receipt = await fileByApi(portal);
  const liaison = await open();
  await signIn(liaison, liaisonAccount('ma', 'maroc-telecom'));
  await openFromQueue(liaison, receipt.reference);
  await give(liaison, 'write-to-complainant', { body: 'Nous avons bien lu votre réclamation.' });
  const page = await open({ javaScript: false });
  await openByReceipt(page, receipt);
  const conversation = page.locator('main .conversation');
  await expect(conversation).toContainText('Nous avons bien lu votre réclamation.');
  await takeTurn(page, 'message', { message: 'Merci. Quand viendra le technicien ?' });
  await expect(conversation).toContainText('Quand viendra le technicien ?');
  await liaison.reload();
  await expect(liaison.locator('main')).toContainText('Quand viendra le technicien ?');
});

test('one click stops the messages, and a choice on the page of the complaint starts them again', async ({
  open,
  portal,
}) => {
  const email = 'stop@consumer.example';
  const receipt = await fileByApi(portal, { email });
  const page = await open({ javaScript: false });
  const link = await stopLink(page, email);
  await page.goto(link);
  await axe(page);
  await send(page);
  await expect(page.locator('main')).toContainText(receipt.reference);
  await expect(page.locator('main form')).toHaveCount(0);
  await openByReceipt(page, receipt);
  await page.goto('/track/case/notifications');
  await expect(page.locator('input[name=channels]:checked')).toHaveCount(0);
  await axe(page);
  await fill(page, { channels: ['mail'], language: 'ar' });
  await send(page);
  await page.waitForURL(/done=notifications/);
  await page.goto('/track/case/notifications');
  await expect(page.locator('input[name=channels]:checked')).toHaveCount(1);
});

test('everything about a person is downloaded, corrected and printed', async ({ open, portal }) => {
  const receipt = await fileByApi(portal);
  const page = await open({ language: 'ar', javaScript: false });
  await openByReceipt(page, receipt);
  await page.goto('/track/case/my-data');
  await axe(page);
  const answer = await page.request.get('/track/case/my-data/export');
  expect(answer.headers()['content-type']).toBe('application/zip');
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  await fill(page, { name: 'Amina Corrigée' });
  await send(page, 'main form:has([name=email]) button');
  await page.waitForURL(/done=corrected/);
  await expect(page.locator('main')).toContainText('Amina Corrigée');
  await page.goto('/track/case/print');
  await expect(page.locator('main')).toContainText('Amina Corrigée');
  await axe(page);
});

test('the procedure is rated once, after its end', async ({ open, portal }) => {
  const receipt = await fileByApi(portal);
  const page = await open({ javaScript: false });
  await openByReceipt(page, receipt);
  await expect(page.locator('main a[href="/track/case/rating"]')).toHaveCount(0);
  await takeTurn(page, 'withdraw', { message: 'Tout fonctionne de nouveau.', sure: true });
  await page.locator('main a[href="/track/case/rating"]').click();
  await send(page);
  await expect(page.locator('[data-error-summary]')).toBeVisible();
  await axe(page);
  await fill(page, { ease: '5', information: '4', operator: '2', comment: 'Plus vite, merci.' });
  await send(page);
  await page.waitForURL(/done=rated/);
  await expect(page.locator('main a[href="/track/case/rating"]')).toHaveCount(0);
});
