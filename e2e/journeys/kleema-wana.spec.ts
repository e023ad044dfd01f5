import type { Page } from '@playwright/test';
import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { expectFigures } from '../fixtures/figures.ts';
import type { FiledStory } from '../fixtures/filing.ts';
import { give, openFromList, openFromQueue, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { fileDispute } from '../fixtures/wholesale.ts';

// An operator that sells calls to Morocco is cut off by its partner: a "technical fault" for four days, then the end
// of a contract that ran on for eighteen months; 50,000 subscribers stranded.

test.use({ profileId: 'ma', ownPortal: 'kleema-wana' });

const CLAIMANT = 'kleema';
const RESPONDENT = 'inwi';
const DESCRIPTION = 'Contrat d’interconnexion avec son annexe tarifaire';
const EMAIL = 'affaires.reglementaires@kleema.example';
const CLAUSE = 'Article 14.2 : préavis de six mois avant toute résiliation.';
const TRAFFIC = 'Pointe de 41 000 minutes par heure, tarif de gros 0,38 MAD.';
const REASON = 'Panne technique, puis manquement au contrat.';

function story(evidence: readonly string[]): FiledStory {
  return {
    who: { track: 'wholesale', organisationName: 'Kleema' },
    service: { operatorId: RESPONDENT, service: 'interconnection' },
    category: 'interconnection',
    problem: { issues: ['interconnection/refusal', 'interconnection/unilateral-termination'] },
    when: {
      startedAt: '2009-09-07',
      startedTime: '17:00',
      ongoing: 'no',
      endedAt: '2009-09-11',
      endedTime: '13:00',
      region: 'MA-06',
    },
    facts: {
      'facts.agreement': 'Convention d’interconnexion du 1er mars 2008',
      'facts.agreementClause': CLAUSE,
      'facts.agreementEnds': '2011-03-01',
      'facts.trafficFigures': TRAFFIC,
      'facts.reasonGiven': REASON,
      'facts.negotiationDates': '8 et 10 septembre 2009, par téléphone puis par courrier recommandé.',
      'facts.subscribersAffected': '50000',
      'facts.interimMeasure': 'yes',
      'facts.interimMeasureAsked': 'Rétablir l’interconnexion jusqu’à la décision.',
      'facts.confidentialAnnexes': 'yes',
      'facts.confidentialityReason': 'Les tarifs de gros sont un secret d’affaires.',
    },
    attempts: [],
    wish: {
      narrative:
        'Wana a coupé l’interconnexion puis résilié le contrat : 50 000 abonnés ne peuvent plus appeler.',
      remedySought: ['interim-restoration', 'damages'],
    },
    evidence,
    contact: { name: 'Direction de Kleema', email: EMAIL, language: 'fr' },
  };
}

/** Where the page's one file is opened, once a copy is ready. */
async function hrefOfFile(page: Page): Promise<string> {
  const link = page.locator('main .evidence a[href^="/evidence/"]').first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  return (await link.getAttribute('href')) ?? '';
}

test('a dispute between operators, from filing to figures', async ({ open, portal, files }) => {
  const kleema = await open({ javaScript: false });
  let reference = '';
  await test.step('an operator files against an operator, with its contract', async () => {
    await signIn(kleema, liaisonAccount('ma', CLAIMANT));
    const annexes = [{ fileName: 'facture.pdf', description: DESCRIPTION }];
    reference = await fileDispute(kleema, story([files.invoice]), annexes);
    await expect(kleema.locator('main')).toContainText('facture.pdf');
    await portal.mailbox.receive('reclamations@inwi.example', reference);
  });

  await test.step('the respondent finds the dispute in its queue', async () => {
    const liaison = await open();
    await signIn(liaison, liaisonAccount('ma', RESPONDENT));
    await openFromQueue(liaison, reference);
    await expect(liaison.locator('main')).toContainText('Kleema');
    await expect(liaison.locator('main')).toContainText(DESCRIPTION);
    await expect(liaison.locator('main')).not.toContainText('facture.pdf');
    const file = await hrefOfFile(kleema);
    expect((await kleema.request.get(file)).status()).toBe(200);
    expect((await liaison.request.get(file)).status()).toBe(404);
    await give(liaison, 'acknowledge');
  });
  await test.step('another operator does not', async () => {
    const other = await open();
    await signIn(other, liaisonAccount('ma', 'maroc-telecom'));
    await other.goto(`/operator?text=${reference}`);
    await expect(other.locator(`main a[href$="${reference}"]`)).toHaveCount(0);
    const answer = await other.request.get(`/operator/cases/${reference}`);
    expect(answer.status()).toBe(404);
  });
  await test.step('the analyst sees the pattern, and nothing of what is confidential', async () => {
    const analyst = await open();
    await signIn(analyst, regulatorAccount('ma', 'analyst'));
    await openFromList(analyst, reference);
    const main = analyst.locator('main');
    await expect(main).toContainText(/50\s?000/u);
    for (const secret of [
      DESCRIPTION,
      CLAUSE,
      TRAFFIC,
      REASON,
      EMAIL,
      'Direction de Kleema',
      'facture.pdf',
    ]) {
      await expect(main, secret).not.toContainText(secret);
    }
  });
  await test.step('who has no account and no receipt gets nothing of it', async () => {
    const stranger = await open();
    for (const path of [`/operator/cases/${reference}`, `/regulator/cases/${reference}`]) {
      await stranger.goto(path);
      await expect(stranger).toHaveURL(/sign-in/);
      await expect(stranger.locator('main')).not.toContainText(RESPONDENT);
    }
    const answer = await stranger.request.get(`/api/v1/complaints/${reference}`);
    expect(answer.ok()).toBe(false);
  });

  const officer = await open();
  await signIn(officer, regulatorAccount('ma', 'case_officer'));
  await test.step('the regulator reads the contract and grants the interim measure', async () => {
    await openFromList(officer, reference);
    await expect(officer.locator('main')).toContainText('facture.pdf');
    await expect(officer.locator('main')).toContainText('Mesure provisoire demandée');
    await give(officer, 'decide-interim', {
      decision: 'granted',
      reasons: 'Cinquante mille abonnés sont coupés : l’acheminement reprend jusqu’à la décision.',
    });
    await portal.mailbox.receive(EMAIL, `/operator/disputes/${reference}`);
  });
  await test.step('the respondent’s silence hands the dispute to the regulator', async () => {
    await portal.run('scripts/age.ts', '--case', reference, '--days', '40');
    await expect(async () => {
      await openFromList(officer, reference);
      await expect(officer.locator('input[name=command][value=decide]')).toHaveCount(1, { timeout: 500 });
    }).toPass({ timeout: 30_000 });
    for (const told of [CLAUSE, TRAFFIC]) await expect(officer.locator('main')).toContainText(told);
    await give(officer, 'note', { note: 'Note à garder entre nous.' });
    await give(officer, 'decide', {
      outcome: 'partly_upheld',
      reasons: 'La coupure sans préavis viole l’article 14.2 ; le dommage n’est pas chiffré à ce stade.',
      remedy: 'Rétablir l’interconnexion et respecter le préavis de six mois.',
      remedyDays: '5',
    });
  });
  await test.step('the operator that filed reads the decision', async () => {
    await kleema.goto('/operator/disputes');
    await axe(kleema);
    await kleema.locator(`main a[href$="${reference}"]`).click();
    await expect(kleema.locator('main')).toContainText('La coupure sans préavis viole');
    await expect(kleema.locator('main')).not.toContainText('Note à garder');
    await expect(kleema.locator('main')).toContainText('Mesure provisoire accordée');
  });
  await test.step('the figures count the breach and the decision', async () => {
    await expectFigures(officer, RESPONDENT, reference, {
      filed: 1,
      served: 1,
      answered: 0,
      breached: 1,
      partly_upheld: 1,
      confirmed: 0,
    });
    await axe(officer);
  });
});
