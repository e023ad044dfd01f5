import type { Page } from '@playwright/test';
import { makeReference } from '#app/domain/case/reference.ts';
import { fileByApi } from '../fixtures/api.ts';
import { fill, send } from '../fixtures/forms.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt, takeTurn } from '../fixtures/track.ts';

async function tryReceipt(page: Page, reference: string, code: string): Promise<string> {
  await page.goto('/track');
  await fill(page, { reference, code });
  await send(page);
  await expect(page).toHaveURL(/\/track$/);
  return page.locator('[data-error-summary]').innerText();
}

/** The same reference with its last sign exchanged for another: a slip of the finger. */
function mistyped(reference: string): string {
  return reference.slice(0, -1) + (reference.endsWith('2') ? '3' : '2');
}

test('a mistyped reference is recognised as mistyped', async ({ page, portal }) => {
  const { reference, code } = await fileByApi(portal);
  await tryReceipt(page, mistyped(reference), code);
  await expect(page.locator('[data-error-summary] a[href="#f-reference"]')).toBeVisible();
  await axe(page);
});

test('a wrong code opens nothing, and is not told apart from a reference that does not exist', async ({
  page,
  portal,
}) => {
  const first = await fileByApi(portal);
  const second = await fileByApi(portal);
  const refusal = await tryReceipt(page, first.reference, second.code);
  await axe(page);
  await page.goto('/track/case');
  await expect(page).toHaveURL(/\/track(\?|$)/);
  const unknown = makeReference('MA', 2026, 123_456_789);
  expect(await tryReceipt(page, unknown, second.code)).toBe(refusal);
});

test('reference and code are taken as people write them', async ({ page, portal }) => {
  const { reference, code } = await fileByApi(portal);
  await page.goto('/track');
  await fill(page, {
    reference: ` ${reference.toLowerCase().replaceAll('-', ' ')} `,
    code: code.toLowerCase().replaceAll('-', ''),
  });
  await send(page);
  await page.waitForURL('**/track/case');
});

test('a complaint is withdrawn with a reason and a tick, and nothing more can be done with it', async ({
  open,
  portal,
}) => {
  const receipt = await fileByApi(portal);
  const page = await open({ javaScript: false });
  await openByReceipt(page, receipt);
  await takeTurn(page, 'withdraw', { message: 'Le réseau est revenu, tout fonctionne.', sure: true });
  for (const turn of ['withdraw', 'message', 'evidence', 'answer']) {
    await expect(page.locator(`main a[href="/track/case/${turn}"]`)).toHaveCount(0);
  }
});

test('a case that is left on a shared computer is closed to the next person', async ({ page, portal }) => {
  await openByReceipt(page, await fileByApi(portal));
  await page.locator('main form[action="/track/leave"] button').click();
  await expect(page).toHaveURL(/left/);
  await axe(page);
  await page.goto('/track/case');
  await expect(page).toHaveURL(/\/track(\?|$)/);
});
