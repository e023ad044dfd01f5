import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { fill, send } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { openFromList, openFromQueue, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt } from '../fixtures/track.ts';

const HELPED = 'Déposée avec l’aide du régulateur, par téléphone';

test('an officer files for somebody on the telephone, and every party sees it', async ({ open }) => {
  const officer = await open();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await officer.goto('/regulator/file');
  await officer.locator('main form button[type=submit]').click();
  await expect(officer.locator('[data-error-summary] a[href="#f-informed"]')).toBeVisible();
  await axe(officer);
  await fill(officer, { channel: 'phone', language: 'fr', consent: 'spoken', informed: 'on' });
  await send(officer);
  await officer.waitForURL('**/complaint/new');
  await expect(officer.locator('main')).toContainText('par téléphone');
  const story = outageStory();
  for (const name of FILING_PAGES) await answerPage(officer, name, story);
  const receipt = await fileChecked(officer, axe);
  expect(receipt.code).not.toBe('');
  await expect(officer.getByRole('link', { name: 'Déposer pour la personne suivante' })).toBeVisible();

  await openFromList(officer, receipt.reference);
  await expect(officer.locator('main')).toContainText(HELPED);
  const liaison = await open();
  await signIn(liaison, liaisonAccount('ma', 'maroc-telecom'));
  await openFromQueue(liaison, receipt.reference);
  await expect(liaison.locator('main')).toContainText(HELPED);
  const person = await open({ language: 'fr' });
  await openByReceipt(person, receipt);
  await expect(person.locator('main')).toContainText(HELPED);
});

test('the pages are filled in by keyboard alone: Enter goes on', async ({ open }) => {
  const officer = await open();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await officer.goto('/regulator/file');
  await fill(officer, { channel: 'counter', language: 'fr', consent: 'signed', informed: 'on' });
  await officer.locator('[name=consentAt]').focus();
  await officer.keyboard.press('Enter');
  await officer.waitForURL('**/complaint/new');
  await officer.locator('[name=track][value=consumer]').focus();
  await officer.keyboard.press('Space');
  await officer.keyboard.press('Enter');
  await officer.waitForURL('**/complaint/new/service');
});

test('a draft that an officer writes opens in the officer’s session alone', async ({ open }) => {
  const officer = await open();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await officer.goto('/regulator/file');
  await fill(officer, { channel: 'post', language: 'fr', consent: 'letter', informed: 'on' });
  await send(officer);
  await officer.waitForURL('**/complaint/new');
  await fill(officer, { track: 'consumer' });
  await send(officer);
  await officer.waitForURL('**/complaint/new/service');
  const stranger = await open();
  const draft = (await officer.context().cookies()).filter(({ name }) => name === 'recours_staff_draft');
  await stranger.context().addCookies(draft);
  await stranger.goto('/complaint/new/service');
  await expect(stranger).toHaveURL(/complaint\/new$/);
  const liaison = await open();
  await signIn(liaison, liaisonAccount('ma', 'inwi'));
  expect((await liaison.request.get('/regulator/file')).status()).toBe(403);
});
