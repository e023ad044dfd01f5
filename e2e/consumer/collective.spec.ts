import type { Page } from '@playwright/test';
import { regulatorAccount } from '../fixtures/accounts.ts';
import { fileComplaint } from '../fixtures/filing.ts';
import { fill, openDetails, send } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { openFromList, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt } from '../fixtures/track.ts';

// One complaint for many people: a public text that an officer approved, and supporters who each count once.

const TITLE = 'Abonnés sans réseau dans tout le quartier';
const BODY =
  'Depuis deux jours, plus aucun appel ne passe dans le quartier. Nous demandons le rétablissement du service et un dédommagement.';
const SPOKESPERSON = 'association@collective.example';

async function propose(page: Page): Promise<void> {
  await page.locator('main a[href="/track/case/public-text"]').click();
  await page.waitForURL('**/track/case/public-text');
  await axe(page);
  await fill(page, { title: TITLE, body: `${BODY} Appelez Samira.`, language: 'fr' });
  await send(page);
  await page.waitForURL(/\/track\/case/);
}

/** As the officer lets it stand: without the person's name. */
async function approve(page: Page, reference: string): Promise<void> {
  await signIn(page, regulatorAccount('ma', 'case_officer'));
  await openFromList(page, reference);
  await page.locator('main a[href$="/supporters"]').click();
  await page.waitForURL('**/supporters');
  await axe(page);
  const form = page.locator('main form:has(input[value="approve-public-text"])');
  await openDetails(form);
  await form.locator('[name=body]').fill(BODY);
  await form.locator('[name=noPersonalData]').check();
  await form.locator('button[type=submit]').click();
  await page.waitForURL(/\?done/);
  await expect(page.locator('main del')).toContainText('Samira');
  await axe(page);
}

interface Sending {
  readonly mailbox: { receive(to: string, containing: string): Promise<{ text?: string | undefined }> };
}

/** Supports by a mail's code; what leads on is the same whether the person is counted already or not. */
async function support(page: Page, portal: Sending, email: string, address: string): Promise<string> {
  await page.goto(`${address}/support`);
  await axe(page);
  await fill(page, { channel: 'mail', email, name: 'Amina Exemple', consent: true });
  await send(page);
  await page.waitForURL('**/code/**');
  await axe(page);
  const mail = await portal.mailbox.receive(email.toLowerCase(), TITLE);
  const code = /\d{6}/.exec(mail.text ?? '')?.[0] ?? '';
  await fill(page, { code });
  await send(page);
  await page.waitForURL('**/mine');
  await axe(page);
  return page.locator('main').innerText();
}

test('a collective complaint from filing to supporters who each count once, without JavaScript', async ({
  open,
  portal,
}) => {
  const spokesperson = await open({ javaScript: false });
  const story = outageStory({
    who: { track: 'collective', organisationName: 'Association des abonnés du quartier' },
    contact: { name: 'Amina Exemple', email: SPOKESPERSON, language: 'fr' },
  });
  const receipt = await fileComplaint(spokesperson, story);
  await openByReceipt(spokesperson, receipt);
  await propose(spokesperson);
  const address = '/collective/abonnes-sans-reseau-dans-tout-le-quartier';
  const everybody = await open({ javaScript: false });
  expect((await everybody.goto(address))?.status(), 'nothing is public before the approval').toBe(404);

  await approve(await open(), receipt.reference);
  await everybody.goto(address);
  await expect(everybody.locator('main')).toContainText(BODY);
  await expect(everybody.locator('main')).not.toContainText('Samira');
  await axe(everybody);

  const first = await open({ javaScript: false });
  const second = await open({ language: 'ar', javaScript: false });
  const counted = await support(first, portal, 'premier.soutien@gmail.com', address);
  await support(second, portal, 'second@supporter.example', address);
  const again = await open({ javaScript: false });
  const recounted = await support(again, portal, 'premiersoutien+encore@gmail.com', address);
  expect(recounted.split('\n')[0]).toBe(counted.split('\n')[0]);

  await everybody.goto(address);
  await expect(everybody.locator('[data-supporters]')).toHaveAttribute('data-supporters', '2');
  await expect(everybody.locator('main')).not.toContainText('Amina');
  await everybody.goto('/collective');
  await expect(everybody.locator(`main a[href="${address}"]`)).toBeVisible();
  await axe(everybody);

  const arabic = await open({ language: 'ar' });
  await arabic.goto(address);
  await expect(arabic.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(arabic.locator('main [lang=fr]').first()).toContainText(TITLE);
  await axe(arabic);
});

test('a page that does not exist says so, and the list stands without any', async ({ page }) => {
  expect((await page.goto('/collective/no-such-page'))?.status()).toBe(404);
  await page.goto('/collective');
  await axe(page);
});
