import type { Page } from '@playwright/test';
import { base32, codeAt } from '#scripts/testing/app-codes.ts';
import { liaisonAccount } from '../fixtures/accounts.ts';
import { fill, send } from '../fixtures/forms.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

async function switchOn(page: Page, password: string): Promise<{ key: Buffer; backupCode: string }> {
  await page.goto('/account/second-factor');
  await axe(page);
  await fill(page, { password });
  await send(page);
  await axe(page);
  const [shown = '', backupCode = ''] = await page.locator('main .reference').allInnerTexts();
  const key = base32(shown);
  await fill(page, { code: codeAt(key, 0) });
  await send(page);
  await expect(page).toHaveURL(/done=second-on/);
  return { key, backupCode };
}

async function signOut(page: Page): Promise<void> {
  await page.locator('header form[action="/sign-out"] button').click();
  await expect(page).toHaveURL(/sign-in/);
}

test('with the second factor on, the password alone opens nothing', async ({ open }) => {
  const account = liaisonAccount('ma', 'inwi');
  const page = await open();
  await signIn(page, account);
  const { key, backupCode } = await switchOn(page, account.password);
  await signOut(page);

  await fill(page, { email: account.email, password: account.password });
  await send(page);
  await expect(page).toHaveURL(/sign-in\/verify/);
  await axe(page);
  await page.goto('/operator');
  await expect(page).toHaveURL(/sign-in/);

  await page.goto('/sign-in/verify');
  await fill(page, { code: '000000' });
  await send(page);
  await expect(page.locator('main [name=code]')).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await fill(page, { code: codeAt(key, 1) });
  await send(page);
  await expect(page).toHaveURL(/\/operator$/);

  await test.step('a backup code opens once, when the telephone is lost', async () => {
    await signOut(page);
    await fill(page, { email: account.email, password: account.password });
    await send(page);
    await fill(page, { code: backupCode });
    await send(page);
    await expect(page).toHaveURL(/\/operator$/);
  });
  await test.step('and it is switched off with the password', async () => {
    await page.goto('/account/second-factor');
    await fill(page, { password: account.password });
    await page.locator('main button[value=remove]').click();
    await expect(page).toHaveURL(/done=second-off/);
  });
});

test('a wrong password and an unknown address are refused in the same words', async ({ open }) => {
  const page = await open();
  const refusals: string[] = [];
  for (const email of [liaisonAccount('ma', 'inwi').email, 'nobody@nowhere.example']) {
    await page.goto('/sign-in');
    await fill(page, { email, password: 'not the password of anybody' });
    await send(page);
    refusals.push(await page.locator('[data-error-summary]').innerText());
    await expect(page.locator('[name=password]')).toHaveValue('');
  }
  await axe(page);
  expect(refusals[0]).toBe(refusals[1]);
});
