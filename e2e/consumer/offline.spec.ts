import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { daysAgo } from '../fixtures/days.ts';
import { answerPage, FILING_PAGES } from '../fixtures/filing.ts';
import { fill, goingOn, openDetails } from '../fixtures/forms.ts';
import { startNewerBuild } from '../fixtures/newer-build.ts';
import {
  expectStep,
  goOn,
  keptForOffline,
  type OfflineStory,
  sha256,
  storedCases,
  writeOffline,
} from '../fixtures/offline.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

/** A phone with a service worker; what it is told may fail while the network is gone. */
async function phone(browser: Browser, url: string, language = 'fr') {
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    serviceWorkers: 'allow',
  });
  return { context, page: await context.newPage() };
}

function story(photo?: string): OfflineStory {
  return {
    who: { track: 'consumer' },
    service: { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0661234567' },
    problem: { category: 'mobile-outage' },
    issues: { 'issues.mobile-outage': ['mobile-outage/voice', 'mobile-outage/data'] },
    when: { startedAt: daysAgo('ma', 2), ongoing: 'yes', region: 'MA-06', commune: 'Casablanca' },
    facts: { 'facts.area': 'Quartier Gauthier', 'facts.stillDown': 'yes' },
    attempts: {
      'attempts.0.on': daysAgo('ma', 1),
      'attempts.0.channel': 'hotline',
      'attempts.0.result': 'saturated',
    },
    wish: {
      narrative: 'Aucun appel ne passe depuis deux jours, ni chez moi ni au travail.',
      remedySought: ['restore-service'],
    },
    ...(photo ? { evidence: { files: [photo] } } : {}),
    contact: { name: 'Amina Exemple', email: 'amina@consumer.example' },
  };
}

/** One visit of a page with the network, and then none. */
async function visitThenLoseNetwork(context: BrowserContext, page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await keptForOffline(page);
  await context.setOffline(true);
}

async function submit(page: Page): Promise<void> {
  await page.locator('main [data-submit]').click();
}

test('a complaint with a photo is written without a network after one visit, and filed once when it is back', async ({
  browser,
  portal,
  files,
}) => {
  const before = await storedCases(portal);
  const { context, page } = await phone(browser, portal.url);
  await visitThenLoseNetwork(context, page);
  await page.goto('/complaint/start');
  await expect(page.locator('main [data-network]')).toHaveText(/Il n’y a pas de réseau/);
  await writeOffline(page, story(files.photo), axe);
  await submit(page);
  await expect(page.locator('main [data-card=waiting]')).toBeVisible();
  await axe(page);
  expect(await storedCases(portal)).toHaveLength(before.length);

  await context.setOffline(false);
  const sent = page.locator('main [data-card=sent]');
  await expect(sent).toBeVisible({ timeout: 30_000 });
  await axe(page);
  const reference = await sent.locator('[data-slot=reference]').innerText();
  const photo = sha256(await readFile(files.photo));
  const known = new Set(before.map(stored => stored.reference));
  const filed = (await storedCases(portal)).filter(stored => !known.has(stored.reference));
  expect(filed).toEqual([{ reference, sha256: photo }]);

  await page.reload();
  await page.goto('/complaint/offline');
  await expect(page.locator('main [data-card=sent] [data-slot=code]')).toHaveText(/^[0-9A-Z-]{10,}$/);
  await page.locator('main [data-card=sent] [data-action=forget]').click();
  await expect(page.locator('main [data-card]')).toHaveCount(0);
  expect(await storedCases(portal)).toHaveLength(before.length + 1);
  await context.close();
});

test('an answer that is lost on its way back is asked for again, and the complaint stays one', async ({
  browser,
  portal,
}) => {
  const before = await storedCases(portal);
  const { context, page } = await phone(browser, portal.url);
  await visitThenLoseNetwork(context, page);
  await page.goto('/complaint/offline');
  await writeOffline(page, story());
  await submit(page);
  const lost = Promise.withResolvers<number>();
  await context.route(
    '**/api/v1/complaints',
    async route => {
      const answer = await route.fetch();
      await route.abort();
      lost.resolve(answer.status());
    },
    { times: 1 },
  );
  await context.setOffline(false);
  expect(await lost.promise).toBe(201);
  await expect(page.locator('main [data-card=sent]')).toBeVisible({ timeout: 60_000 });
  expect(await storedCases(portal)).toHaveLength(before.length + 1);
  await context.close();
});

test('a complaint begun online is gone on with when the network goes, and filed once with the file that had arrived and the one on its way', async ({
  browser,
  portal,
  files,
}) => {
  const before = new Set((await storedCases(portal)).map(stored => stored.reference));
  const { context, page } = await phone(browser, portal.url);
  const begun = { ...outageStory(), evidence: [files.photo] };
  await page.goto('/complaint/new');
  await keptForOffline(page);
  for (const name of FILING_PAGES.slice(0, FILING_PAGES.indexOf('evidence')))
    await answerPage(page, name, begun);
  await fill(page, { files: begun.evidence });
  await expect(page.locator('main input[name=remove]')).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator('main [data-copied]')).toBeVisible();
  await context.route('**/uploads/**', route => route.abort());
  await fill(page, { files: files.smsScreenshot });
  await expect(page.locator('.upload-list > [data-state=waiting]')).toBeVisible();
  await context.setOffline(true);
  await page.goto('/complaint/offline#evidence');
  await expectStep(page, 'evidence');
  await expect(page.locator('main [data-files] li')).toContainText(['router.jpg', 'sms.png']);
  await goOn(page);
  await fill(page, { ...begun.contact, name: 'Écrit sans réseau' });
  await goOn(page);
  await expectStep(page, 'check');
  await expect(page.locator('main [data-online]')).toContainText('router.jpg');
  await expect(page.locator('main [data-summary]')).toContainText('Écrit sans réseau');
  await axe(page);
  await submit(page);
  await context.setOffline(false);
  const sent = page.locator('main [data-card=sent] [data-slot=reference]');
  await expect(sent).toHaveText(/^MA-/, { timeout: 30_000 });
  const filed = (await storedCases(portal)).filter(stored => !before.has(stored.reference));
  const reference = await sent.innerText();
  const evidence = await Promise.all([files.photo, files.smsScreenshot].map(path => readFile(path)));
  expect(new Set(filed)).toEqual(new Set(evidence.map(content => ({ reference, sha256: sha256(content) }))));
  await page.goto('/complaint/new/check');
  await expect(page).toHaveURL(/complaint\/new$/);
  await context.close();
});

test('a network that answers with a page of its own has filed nothing', async ({ browser, portal }) => {
  const before = await storedCases(portal);
  const { context, page } = await phone(browser, portal.url);
  await visitThenLoseNetwork(context, page);
  await page.goto('/complaint/offline');
  await writeOffline(page, story());
  await submit(page);
  const asked = Promise.withResolvers<void>();
  await context.route('**/api/v1/complaints', async route => {
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Bienvenue au café</h1>' });
    asked.resolve();
  });
  await context.setOffline(false);
  await asked.promise;
  await expect(page.locator('main [data-card=waiting] [data-slot=tried]')).toBeVisible();
  await expect(page.locator('main [data-card=waiting] [data-action=edit]')).toBeHidden();
  expect(await storedCases(portal)).toHaveLength(before.length);
  await context.unroute('**/api/v1/complaints');
  await page.locator('main [data-action=send]').click();
  await expect(page.locator('main [data-card=sent]')).toBeVisible({ timeout: 30_000 });
  expect(await storedCases(portal)).toHaveLength(before.length + 1);
  await context.close();
});

test('what the regulator refuses opens at the field, with nothing lost', async ({
  browser,
  portal,
  files,
}) => {
  const before = await storedCases(portal);
  const { context, page } = await phone(browser, portal.url);
  await visitThenLoseNetwork(context, page);
  await page.goto('/complaint/offline');
  const { contact, ...others } = story(files.smsScreenshot);
  await writeOffline(page, { ...others, contact: { ...contact, phone: '12' } });
  await submit(page);
  await context.setOffline(false);
  await expectStep(page, 'contact');
  await expect(page.locator('main .error-summary')).toBeFocused();
  await expect(page.locator('main .has-error [name=phone]')).toHaveValue('12');
  await axe(page);
  await fill(page, { phone: '0522000000' });
  await goOn(page);
  await expectStep(page, 'check');
  await expect(page.locator('main [data-summary]')).toContainText('sms.png');
  await submit(page);
  await expect(page.locator('main [data-card=sent]')).toBeVisible({ timeout: 30_000 });
  expect(await storedCases(portal)).toHaveLength(before.length + 1);
  await context.close();
});

test('in Arabic the wizard reads from right to left on a narrow screen, up to the answers to check', async ({
  browser,
  portal,
}) => {
  const { context, page } = await phone(browser, portal.url, 'ar');
  await page.setViewportSize({ width: 320, height: 640 });
  await visitThenLoseNetwork(context, page, '/complaint/start');
  await page.goto('/complaint/new/when');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await writeOffline(page, story(), async () => {
    await axe(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider, `${page.url()} scrolls sideways`).toBe(false);
  });
  await expect(page.locator('main [data-summary]')).toContainText('Quartier Gauthier');
  await context.close();
});

test('without a network the language can be changed, and other pages say calmly what works', async ({
  browser,
  portal,
}) => {
  const { context, page } = await phone(browser, portal.url);
  await page.goto('/');
  await keptForOffline(page);
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.match('/offline?lng=ar', { ignoreVary: true }))?.status),
    )
    .toBe(200);
  await context.setOffline(true);
  await page.goto('/track');
  await expect(page.locator('h1')).toHaveText('Il n’y a pas de réseau');
  await axe(page);
  await page.locator('.languages button[value=ar]').click();
  await expect(page.locator('h1')).toHaveText('لا توجد شبكة');
  await page.locator('main .btn-primary').click();
  await expectStep(page, 'who');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await context.close();
});

test('a draft is found again after the page was closed, by the keyboard alone', async ({
  browser,
  portal,
}) => {
  const { context, page } = await phone(browser, portal.url);
  await visitThenLoseNetwork(context, page);
  await page.goto('/complaint/offline');
  await goOn(page);
  await expect(page.locator('main .error-summary')).toBeFocused();
  await axe(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(page.locator('main [data-kept]')).toHaveText(/sur cet appareil seulement/);
  await page.keyboard.press('Enter');
  await expectStep(page, 'service');
  await expect(page.locator('h1')).toBeFocused();
  const again = await context.newPage();
  await page.close();
  await again.goto('/complaint/offline');
  await expectStep(again, 'service');
  await again.goBack();
  await again.goto('/complaint/offline#who');
  await expect(again.locator('main [name=track][value=consumer]')).toBeChecked();
  await context.close();
});

test('what was written without a network can be forgotten, and everything on the device', async ({
  browser,
  portal,
}) => {
  const { context, page } = await phone(browser, portal.url);
  await page.goto('/complaint/new');
  await keptForOffline(page);
  await answerPage(page, 'who', outageStory());
  await expect(page.locator('main [data-copied]')).toBeVisible();
  await context.setOffline(true);
  await page.goto('/complaint/offline');
  await fill(page, { operatorId: 'maroc-telecom' });
  await expect(page.locator('main [data-kept]')).toHaveText(/Rien n’est encore déposé/);
  await context.setOffline(false);
  await page.goto('/complaint/new/service');
  const ahead = page.locator('main [data-device-copy]');
  await axe(page);
  await goingOn(page, () => ahead.locator('[data-forget-copy]').click());
  await expect(page.locator('main [data-copied]')).toBeVisible();
  await expect(ahead).toBeHidden();
  await page.goto('/complaint/offline');
  await fill(page, { operatorId: 'orange-maroc' });
  await expect(page.locator('main [data-kept]')).toHaveText(/sur cet appareil seulement/);
  await page.locator('main details summary').last().click();
  await page.locator('main [data-forget]').click();
  await expect(page.locator('main [data-forgotten]')).toBeFocused();
  await axe(page);
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ databases: [], caches: [], registrations: 0 });
  await context.close();
});

test('on a shared computer nothing is kept, and nothing is offered that would have to be', async ({
  browser,
  portal,
}) => {
  const { context, page } = await phone(browser, portal.url);
  await page.goto('/complaint/start');
  const keepNothing = page.locator('form[action="/complaint/shared-computer"] button').first();
  await openDetails(keepNothing);
  await goingOn(page, () => keepNothing.click());
  await expect(page.locator('html')).toHaveAttribute('data-shared-computer', '');
  await page.goto('/complaint/offline');
  await expect(page.locator('main [data-shared]')).toBeVisible();
  await expect(page.locator('main [data-wizard]')).toBeHidden();
  await axe(page);
  await page.locator('main [data-forget-shared]').click();
  await expect(page.locator('main [data-forgotten]')).toBeFocused();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await context.close();
});

test('the portal can be installed, in each language under its own name', async ({ browser, portal }) => {
  const { context, page } = await phone(browser, portal.url, 'ar');
  await page.goto('/');
  await keptForOffline(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's contexts are private windows, which browsers never install from.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ lang: 'ar', dir: 'rtl', short_name: 'الشكاوى' });
  await context.close();
});

test('a new build replaces what the one before kept', async ({ browser, portal }) => {
  const build = await startNewerBuild(portal);
  const { context, page } = await phone(browser, build.url);
  await page.goto('/');
  await keptForOffline(page);
  const keptCaches = () => page.evaluate(() => caches.keys());
  const [first] = (await keptCaches()).filter(name => name.startsWith('recours-'));
  expect(first).toMatch(/^recours-[0-9a-f]{12}$/);
  build.deploy();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(keptCaches).not.toContain(first);
  expect(await keptCaches()).toContain('recours-newer');
  await context.setOffline(true);
  await page.goto('/complaint/start');
  await expectStep(page, 'who');
  await context.close();
  build.stop();
});
