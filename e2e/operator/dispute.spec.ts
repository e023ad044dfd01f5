import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import type { FiledStory } from '../fixtures/filing.ts';
import { fill, openDetails } from '../fixtures/forms.ts';
import { openFromList, openFromQueue, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { fileDispute } from '../fixtures/wholesale.ts';

const DISPUTE: FiledStory = {
  who: {},
  service: { operatorId: 'orange-maroc', service: 'interconnection' },
  category: 'interconnection',
  problem: { issues: ['interconnection/tariff'] },
  when: { startedAt: '2026-01-05', ongoing: 'yes', region: 'MA-06' },
  facts: {
    'facts.agreement': 'Convention du 3 mars 2024',
    'facts.negotiationDates': 'Réunion du 12 janvier 2026, sans accord.',
    'facts.interimMeasure': 'no',
    'facts.confidentialAnnexes': 'no',
  },
  attempts: [],
  wish: {
    narrative: 'Le tarif de terminaison a doublé sans préavis ni justification.',
    remedySought: ['damages'],
  },
  evidence: [],
  contact: { name: 'Affaires réglementaires', email: 'regles@maroc-telecom.example', language: 'fr' },
};

const CLAIM_ANNEX = 'Message du défendeur avec ses conditions';
const ANSWER_ANNEX = 'Étude de coûts de l’interconnexion';

test('the public form does not offer disputes between operators, and says where they are filed', async ({
  open,
}) => {
  const page = await open();
  await page.goto('/complaint/new');
  await expect(page.locator('[name=track][value=wholesale]')).toHaveCount(0);
  await page.locator('main a[href="/operator/disputes/new"]').click();
  await expect(page).toHaveURL(/sign-in/);
});

test('the respondent’s confidential annex stays hidden from the claimant, in Arabic too', async ({
  open,
  files,
}) => {
  const claimant = await open();
  await signIn(claimant, liaisonAccount('ma', 'maroc-telecom'));
  await claimant.getByRole('button', { name: 'العربية' }).click();
  await expect(claimant.locator('html')).toHaveAttribute('dir', 'rtl');
  const pieces: string[] = [];
  claimant.on('request', request => {
    if (request.method() === 'PATCH') pieces.push(new URL(request.url()).pathname);
  });
  const withAnnex = { ...DISPUTE, evidence: [files.smsScreenshot] };
  const reference = await fileDispute(claimant, withAnnex, [
    { fileName: 'sms.png', description: CLAIM_ANNEX },
  ]);
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.every(path => path.startsWith('/uploads/draft/'))).toBe(true);

  const respondent = await open({ javaScript: false });
  await signIn(respondent, liaisonAccount('ma', 'orange-maroc'));
  await openFromQueue(respondent, reference);
  await expect(respondent.locator('main')).toContainText(CLAIM_ANNEX);
  await expect(respondent.locator('main')).not.toContainText('sms.png');
  const form = respondent.locator('main form:has(input[name=command][value="add-evidence"])');
  await openDetails(form);
  await fill(respondent, {
    'add-evidence.confidential': 'on',
    'add-evidence.description': ANSWER_ANNEX,
    'add-evidence.files': [files.invoice],
  });
  await form.locator('button[type=submit]').first().click();
  await respondent.waitForURL(/done=add-evidence/);
  await expect(respondent.locator('main')).toContainText('facture.pdf');

  await claimant.goto('/operator/disputes');
  await axe(claimant);
  await claimant.locator(`main a[href$="${reference}"]`).click();
  await expect(claimant.locator('main')).toContainText(ANSWER_ANNEX);
  await expect(claimant.locator('main')).not.toContainText('facture.pdf');
  await axe(claimant);

  const other = await open();
  await signIn(other, liaisonAccount('ma', 'inwi'));
  expect((await other.request.get(`/operator/disputes/${reference}`)).status()).toBe(404);
  await other.goto('/operator/disputes');
  await expect(other.locator('main')).not.toContainText(reference);
  const officer = await open();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await openFromList(officer, reference);
  await expect(officer.locator('main')).toContainText('facture.pdf');
});
