import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { daysAgo } from '../fixtures/days.ts';
import { expectCleanCopies } from '../fixtures/evidence.ts';
import { expectFigures } from '../fixtures/figures.ts';
import { type FiledStory, fileComplaint, type Receipt } from '../fixtures/filing.ts';
import { give, openAnswerForm, openFromQueue, sendAnswer, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt, takeTurn } from '../fixtures/track.ts';

// Fixed telephony down from 9:00 to 10:15 for everybody; what annoys is not the fault but that nobody said anything.

test.use({ profileId: 'ch', ownPortal: 'swisscom' });

const OPERATOR = 'swisscom';
const EMAIL = 'reception@hotel.example';

function story(evidence: readonly string[]): FiledStory {
  const day = daysAgo('ch', 4);
  return {
    who: { track: 'business', organisationName: 'Hôtel du Lac SA', organisationNumber: 'CHE-123.456.788' },
    service: { operatorId: OPERATOR, service: 'fixed', lineNumber: '021 555 12 12' },
    category: 'fixed-outage',
    problem: { issues: ['fixed-outage/line'], 'also.outage-information': ['outage-information/no-notice'] },
    when: {
      startedAt: day,
      startedTime: '09:00',
      ongoing: 'no',
      endedAt: day,
      endedTime: '10:15',
      region: 'CH-VD',
      commune: 'Lausanne',
    },
    facts: {
      'facts.numberOfLines': '12',
      'facts.stillDown': 'no',
      'facts.restorationTimeAgreed': 'yes',
      'facts.agreedRestorationHours': '4',
      'facts.affectedSites.0.place': 'Lausanne, réception',
      'facts.affectedSites.0.lines': '12',
      'facts.affectedSites.0.hours': '1.25',
      'facts.affectedSites.0.hourlyLoss': '350.00',
      'facts.backupUsed': 'mobile',
    },
    attempts: [{ on: day, channel: 'hotline', result: 'saturated' }],
    wish: {
      narrative: 'Le téléphone de l’hôtel est resté muet de 9 h à 10 h 15, et personne ne nous a prévenus.',
      remedySought: ['notification', 'announcement-for-callers', 'compensation'],
      amount: '437.52',
    },
    evidence,
    contact: { name: 'Claire Exemple', email: EMAIL, language: 'fr' },
  };
}

test('an outage that nobody announced, from filing to figures', async ({ open, portal, files }) => {
  const consumer = await open({ javaScript: false });
  let receipt: Receipt = { reference: '', code: '' };
  await test.step('the hotel files without JavaScript; its claim is shown in whole five rappen', async () => {
    receipt = await fileComplaint(consumer, story([files.email, files.photo]));
    await portal.mailbox.receive(EMAIL, receipt.code);
    await openByReceipt(consumer, receipt);
    await expect(consumer.locator('main')).toContainText(/437[.,]50/u);
    await expect(consumer.locator('main')).not.toContainText(/437[.,]52/u);
  });
  const { reference } = receipt;

  const liaison = await open({ language: 'de' });
  await test.step('the liaison asks for something, and the clock stands still', async () => {
    await signIn(liaison, liaisonAccount('ch', OPERATOR));
    await openFromQueue(liaison, reference);
    await expectCleanCopies(liaison, 2);
    await give(liaison, 'request-information', {
      question: 'Welche der zwölf Leitungen waren nach 10:15 Uhr noch gestört?',
    });
    await expect(liaison.locator('main .clock-paused')).toBeVisible();
  });
  await test.step('the hotel replies with a file, and the clock runs on', async () => {
    await portal.mailbox.receive(EMAIL, reference);
    await takeTurn(consumer, 'reply', {
      message: 'Toutes les lignes fonctionnaient de nouveau à 10 h 15.',
      evidence: [files.invoice],
    });
    await expect(consumer.locator('main .clock-paused')).toHaveCount(0);
  });
  await test.step('the liaison gets more time, once, and answers with an amount', async () => {
    await liaison.goto(`/operator/cases/${reference}`);
    await give(liaison, 'request-extension', {
      reason: 'Die Messwerte der Zentrale werden noch ausgewertet, das dauert drei Tage.',
    });
    await expect(liaison.locator('input[name=command][value=request-extension]')).toHaveCount(0);
    await openAnswerForm(liaison);
    const line = {
      outcome: 'remedied-with-money',
      cause: 'Ein Software-Fehler in der Zentrale Bern trennte das Festnetz von 9:00 bis 10:15 Uhr.',
      action: 'Die Zentrale läuft wieder mit der vorherigen Version; die Gutschrift ist verbucht.',
      'details.faultStart': `${daysAgo('ch', 4)}T09:00`,
      'details.faultEnd': `${daysAgo('ch', 4)}T10:15`,
      'details.extent': 'country',
      date: daysAgo('ch', 4),
      amount: '199.98',
      proof: 'Gutschrift GS-7781',
    };
    const notice = {
      outcome: 'remedied-without-money',
      cause: 'Für die Störungsmeldung war keine E-Mail-Adresse des Hotels hinterlegt.',
      action: 'Meldungen gehen ab heute an die Réception, Anrufende hören eine Ansage.',
      'details.informedBy': 'website',
      'details.informedAt': `${daysAgo('ch', 4)}T09:25`,
      date: daysAgo('ch', 0),
    };
    await sendAnswer(
      liaison,
      [line, notice],
      'Guten Tag Frau Exemple, wir schreiben Ihnen 200 Franken gut und melden Störungen künftig per E-Mail.',
    );
    await expect(liaison).toHaveURL(/done=answer$/);
    await axe(liaison);
  });
  await test.step('in German she reads the same case; the amount ends in five rappen', async () => {
    const german = await open({ language: 'de' });
    await openByReceipt(german, receipt);
    await expect(german.locator('html')).toHaveAttribute('lang', 'de');
    await expect(german.locator('main')).toContainText('200.00');
    await expect(german.locator('main')).not.toContainText('199.98');
  });
  await test.step('her silence closes the case as unconfirmed, never as confirmed', async () => {
    await portal.run('scripts/age.ts', '--case', reference, '--days', '20');
    await expect(async () => {
      await consumer.goto('/track/case');
      await expect(consumer.locator('main a[href="/track/case/answer"]')).toHaveCount(0, { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await axe(consumer);
    const officer = await open({ language: 'de' });
    await signIn(officer, regulatorAccount('ch', 'case_officer'));
    await expectFigures(officer, OPERATOR, reference, {
      filed: 1,
      answered: 1,
      unconfirmed: 1,
      confirmed: 0,
      money_cases: /200[.,]00/u,
    });
  });
});
