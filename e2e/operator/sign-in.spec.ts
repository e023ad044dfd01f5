import type { Browser, Page } from '@playwright/test';
import { CLIENT, startProvider } from '#scripts/testing/identity-provider.ts';
import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { fill, goingOn } from '../fixtures/forms.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

/** A device with a fingerprint reader that always knows its owner (CDP, WebAuthn domain). */
async function giveDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(page: Page): Promise<void> {
  await page.locator('header form[action="/sign-out"] button').click();
  await expect(page).toHaveURL(/sign-in/);
}

/** A browser that goes to another site on purpose: what it fetches there is no fault of ours. */
async function visitor(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    locale: 'fr',
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Types the address here, then signs in on the provider's login page and agrees on its next one. */
async function throughProvider(page: Page, email: string): Promise<void> {
  await fill(page, { email });
  await page.locator('main form button').click();
  await page.locator('input[name=login]').fill(email.split('@')[0] ?? '');
  await page.locator('input[name=password]').fill('whatever');
  await page.locator('button[type=submit]').click();
  await page.locator('form:has(input[name=prompt][value=consent]) button').click();
}

test('a passkey opens the account without a password, confirms, and opens nothing once removed', async ({
  open,
}) => {
  const page = await open();
  await giveDevice(page);
  await signIn(page, liaisonAccount('ma', 'inwi'));
  await page.goto('/account/passkeys');
  await axe(page);
  await fill(page, { name: 'Ordinateur du bureau' });
  await page.locator('form[data-passkey=new] button').click();
  await expect(page).toHaveURL(/passkeys\?done/);
  await expect(page.locator('main')).toContainText('Ordinateur du bureau');
  await axe(page);

  await test.step('it signs in', async () => {
    await signOut(page);
    await axe(page);
    await page.locator('form[data-passkey=any] button').click();
    await expect(page).toHaveURL(/\/operator$/);
    await page.goto('/account');
    await axe(page);
  });

  await test.step('it confirms', async () => {
    await page.goto('/step-up');
    await axe(page);
    await page.locator('form[data-passkey=own] button').click();
    await expect(page).toHaveURL(/\/account$/);
  });

  await test.step('removed, it opens nothing', async () => {
    await page.goto('/account/passkeys');
    await page.locator('main details summary').first().click();
    await page.locator('form:has(input[value=remove]) button').click();
    await page.locator('#confirm[open] button[value=yes]').click();
    await expect(page).toHaveURL(/passkeys\?done/);
    await signOut(page);
    await page.locator('form[data-passkey=any] button').click();
    await expect(page.locator('[data-error-summary], [data-passkey-failed]:visible').first()).toBeVisible();
  });
});

test('an operator connects its identity provider, and its people come in through it', async ({
  browser,
  open,
  portal,
}) => {
  const provider = await startProvider(`${portal.url}/sign-in/organisation/callback`);
  const chief = await open();
  await signIn(chief, liaisonAccount('ma', 'orange-maroc'));
  await chief.goto('/operator/settings/sign-in');
  await axe(chief);
  await fill(chief, { domain: 'orange-maroc.example' });
  await chief.locator('form:has(input[value=add-domain]) button').click();
  await expect(chief).toHaveURL(/done/);

  await test.step('the regulator approves the domain', async () => {
    const regulator = await open();
    await signIn(regulator, regulatorAccount('ma', 'administrator'));
    await regulator.goto('/regulator/people');
    await axe(regulator);
    await regulator.locator('form:has(input[value=approve-domain]) button').click();
    await expect(regulator).toHaveURL(/done=saved/);
  });

  await fill(chief, { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret });
  await fill(chief, { admission: 'domain', enabled: true });
  // The address says so already, since the domain was asked for: only the answer to this form counts.
  await goingOn(chief, () => chief.locator('form:has(input[name=issuer]) button').click());
  await expect(chief).toHaveURL(/done/);

  await test.step('a colleague comes in, through the provider’s own pages', async () => {
    const email = 'salma@orange-maroc.example';
    provider.people.salma = { email, email_verified: true, name: 'Salma Exemple' };
    const page = await visitor(browser, portal.url);
    await page.goto('/sign-in');
    await page.locator('a[href^="/sign-in/organisation"]').click();
    await axe(page);
    await throughProvider(page, email);
    await expect(page).toHaveURL(/\/operator$/);
    await expect(page.locator('header')).toContainText('Salma Exemple');
    await page.context().close();
  });

  await test.step('an address that is not verified is refused in words, also without scripts', async () => {
    const email = 'youssef@orange-maroc.example';
    provider.people.youssef = { email, email_verified: false };
    const page = await visitor(browser, portal.url, false);
    await page.goto('/sign-in/organisation');
    await throughProvider(page, email);
    await expect(page).toHaveURL(/organisation\/callback/);
    await expect(page.locator('main .notice-error')).toBeVisible();
    await page.context().close();
  });
  await provider.stop();
});
