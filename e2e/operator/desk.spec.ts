import type { Page } from '@playwright/test';
import { liaisonAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { fill } from '../fixtures/forms.ts';
import { openQueueWith, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const OPERATOR = 'inwi';

// What waits at the desk is counted and commanded as a whole.
test.use({ ownPortal: 'desk' });

function rows(page: Page) {
  return page.locator('main table[data-keys] tbody tr');
}

/** Waits until the worker has served these cases. @returns how many cases wait */
async function openQueue(page: Page, references: readonly string[]): Promise<number> {
  await signIn(page, liaisonAccount('ma', OPERATOR));
  await openQueueWith(page, references);
  return rows(page).count();
}

test('a liaison chooses rows by keys, sees what a command would do, gives it, and keeps a view', async ({
  open,
  portal,
}) => {
  const filed: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    filed.push((await fileByApi(portal, { operatorId: OPERATOR })).reference);
  }
  const page = await open();
  await openQueue(page, filed);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.locator('input.row-box:checked')).toHaveCount(2);
  await page.locator('button[name=do][value=acknowledge]').click();
  await expect(page.locator('#verdicts-caption, table').first()).toBeVisible();
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await axe(page);
  await page.locator('main form .btn-primary').click();
  await expect(page.locator('main .notice-success, main [role=status]').first()).toBeVisible();
  await page.goto('/operator');
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await expect(page.locator('[data-bulk] select[name=to]')).toBeFocused();
  await page.locator('button[name=do][value=assign]').click();
  await page.locator('main form .btn-primary').click();
  await page.goto('/operator?assignee=me');
  await expect(rows(page)).toHaveCount(1);
  await page.locator('main details:has(input[name=name]) summary').click();
  await fill(page, { name: 'Mes cas' });
  await page.locator('main form:has(input[name=name]) button').click();
  await expect(page.locator('main .tabs a[aria-current]')).toContainText('Mes cas');
  await axe(page);
});

test('what one liaison does shows in another browser without reloading', async ({ open, portal }) => {
  const { reference } = await fileByApi(portal, { operatorId: OPERATOR });
  const [first, second] = [await open(), await open()];
  const waiting = await openQueue(first, [reference]);
  await openQueue(second, [reference]);
  await fileByApi(portal, { operatorId: OPERATOR });
  await first.locator('.live-bar button').click({ timeout: 20_000 });
  await expect(rows(first)).toHaveCount(waiting + 1);
  const row = rows(first).last();
  const key = await row.getAttribute('data-row');
  await row.locator('input.row-box').check();
  await first.locator('button[name=do][value=flag]').click();
  await second.goto('/operator');
  const same = second.locator(`tr[data-row="${key}"]`);
  await expect(same.locator('.tag')).toHaveCount(2);
  await first.locator(`tr[data-row="${key}"] input.row-box`).check();
  await first.locator('button[name=do][value=unflag]').click();
  await expect(same.locator('.tag')).toHaveCount(1, { timeout: 15_000 });
});
