import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { answerPage, FILING_PAGES, fileChecked } from '../fixtures/filing.ts';
import { fieldNamed } from '../fixtures/forms.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { openFromList, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const CARD = '4111 1111 1111 1111';
const NARRATIVE = `Ma carte ${CARD} a été débitée et rien n’est arrivé. Rappelez le 06 12 34 56 78.`;

const story = () => outageStory({ wish: { narrative: NARRATIVE, remedySought: ['restore-service'] } });

test('a warning comes and goes with the secret that is typed', async ({ open }) => {
  const page = await open();
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES.slice(0, 6)) await answerPage(page, name, story());
  const warning = page.locator('main [data-secrets]');
  await expect(warning).toBeHidden();
  await fieldNamed(page, 'narrative').fill(NARRATIVE);
  await expect(warning.locator('[data-kind=card]')).toBeVisible();
  await expect(warning.locator('[data-kind=password]')).toBeHidden();
  await axe(page);
  await fieldNamed(page, 'narrative').fill('Rien n’est arrivé. Rappelez le 06 12 34 56 78.');
  await expect(warning).toBeHidden();
});

test('a card number does not stop the filing, is masked for the operator and read by the officer', async ({
  open,
  profileId,
}) => {
  const page = await open({ javaScript: false });
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES) await answerPage(page, name, story());
  await page.waitForURL('**/complaint/new/check');
  await axe(page);
  await expect(page.locator('main .notice-warning').filter({ visible: true })).toHaveCount(1);
  const { reference } = await fileChecked(page);

  const officer = await open();
  await signIn(officer, regulatorAccount(profileId, 'case_officer'));
  await openFromList(officer, reference);
  await expect(officer.locator('main #narrative')).toContainText(CARD);

  const auditor = await open();
  await signIn(auditor, regulatorAccount(profileId, 'auditor'));
  await openFromList(auditor, reference);
  await expect(auditor.locator('main #narrative')).toContainText('•••• •••• •••• ••••');
  await expect(auditor.locator('main')).not.toContainText(CARD);

  const liaison = await open();
  await signIn(liaison, liaisonAccount(profileId, 'maroc-telecom'));
  await expect(async () => {
    await liaison.goto(`/operator/cases/${reference}`);
    await expect(liaison.locator('main #narrative')).toContainText('06 12 34 56 78', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(liaison.locator('main')).not.toContainText(CARD);
});
