import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { daysAgo } from '../fixtures/days.ts';
import { expectCleanCopies } from '../fixtures/evidence.ts';
import { expectFigures } from '../fixtures/figures.ts';
import { type FiledStory, fileComplaint, type Receipt } from '../fixtures/filing.ts';
import { give, openAnswerForm, openFromList, openFromQueue, sendAnswer, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { acceptAnswer, openByReceipt, takeTurn } from '../fixtures/track.ts';

// Mailboxes down on a Tuesday across the country; no notice on the operator's site; the call centre plays it down.

test.use({ profileId: 'fr', ownPortal: 'orange-mail' });

const OPERATOR = 'orange';
const EMAIL = 'julie@graphiste.example';

interface Reporter {
  readonly place: readonly [region: string, commune: string];
  readonly email: string;
  readonly evidence: readonly string[];
}

function story({ place: [region, commune], email, evidence }: Reporter): FiledStory {
  return {
    who: { track: 'consumer' },
    service: { operatorId: OPERATOR, service: 'email-hosting' },
    category: 'platform-outage',
    problem: {
      issues: ['platform-outage/e-mail'],
      'also.outage-information': ['outage-information/no-notice'],
    },
    when: { startedAt: daysAgo('fr', 2), startedTime: '08:30', ongoing: 'yes', region, commune },
    facts: {
      'facts.platformAccount': 'julie.graphiste@orange.example',
      'facts.errorText': '503 Service unavailable',
      'facts.stillDown': 'yes',
      'facts.usersAffected': '3',
      'facts.contentLost': 'unknown',
    },
    attempts: [],
    wish: {
      narrative: 'Ma messagerie professionnelle ne répond plus depuis mardi matin et le site n’en dit rien.',
      remedySought: ['explanation', 'notification'],
    },
    evidence,
    contact: { name: 'Julie Exemple', email, language: 'fr' },
  };
}

/** The same outage as a program reports it. */
function asProgram([region, commune]: Reporter['place']) {
  const facts = {
    platformAccount: 'julie.graphiste@orange.example',
    stillDown: 'yes',
    contentLost: 'unknown',
  };
  return {
    operatorId: OPERATOR,
    service: 'email-hosting',
    category: 'platform-outage',
    issues: ['platform-outage/e-mail', 'outage-information/no-notice'],
    startedAt: daysAgo('fr', 2),
    region,
    commune,
    facts: { ...facts, errorText: '503 Service unavailable', usersAffected: 3 },
    attempts: [],
  };
}

test('a mailbox that is down, from filing to figures', async ({ open, portal, files }) => {
  const consumer = await open({ javaScript: false });
  let receipt: Receipt = { reference: '', code: '' };
  await test.step('she files without JavaScript, and does not know which messages are lost', async () => {
    const place = ['FR-HDF', 'Lille'] as const;
    receipt = await fileComplaint(consumer, story({ place, email: EMAIL, evidence: [files.smsScreenshot] }));
    await portal.mailbox.receive(EMAIL, receipt.code);
  });
  const { reference } = receipt;

  const liaison = await open();
  await test.step('the operator reads that nobody can know what was lost', async () => {
    await signIn(liaison, liaisonAccount('fr', OPERATOR));
    await openFromQueue(liaison, reference);
    await expect(liaison.locator('main')).toContainText(/perdu des messages[^?]*\?\s*Je ne sais pas/u);
    await expectCleanCopies(liaison, 1);
  });
  await test.step('sent back as misdirected, the regulator routes it to the same operator again', async () => {
    await give(liaison, 'misdirect', {
      reason: 'La messagerie est exploitée par une autre société du groupe.',
    });
    const officer = await open();
    await signIn(officer, regulatorAccount('fr', 'case_officer'));
    await openFromList(officer, reference);
    await give(officer, 'reroute', {
      operatorId: OPERATOR,
      explanation: 'Le contrat est conclu avec Orange, qui répond de sa messagerie.',
    });
    await openFromQueue(liaison, reference);
  });
  await test.step('she adds a message and a file meanwhile', async () => {
    await openByReceipt(consumer, receipt);
    await takeTurn(consumer, 'message', { message: 'La panne continue, capture jointe dans un instant.' });
    await takeTurn(consumer, 'evidence', { evidence: [files.photo] });
    await liaison.reload();
    await expect(liaison.locator('main')).toContainText('La panne continue');
    await expectCleanCopies(liaison, 2);
  });
  await test.step('the operator answers, she accepts', async () => {
    await openAnswerForm(liaison);
    const mail = {
      outcome: 'remedied-without-money',
      cause: 'Un équilibreur de charge de la plateforme de Lille a saturé après une mise à jour.',
      action: 'La mise à jour est retirée et les messages en attente ont été distribués.',
      'details.faultStart': `${daysAgo('fr', 2)}T08:10`,
      'details.faultEnd': `${daysAgo('fr', 2)}T19:40`,
      'details.extent': 'country',
      date: daysAgo('fr', 0),
    };
    const notice = {
      outcome: 'explained',
      cause: 'La page d’état n’était mise à jour que par région, le Nord n’y figurait pas.',
      action: 'Toute panne de messagerie y sera publiée pour le pays entier.',
      'details.informedBy': 'website',
      'details.informedAt': `${daysAgo('fr', 2)}T12:00`,
    };
    await sendAnswer(
      liaison,
      [mail, notice],
      'Madame Exemple, votre messagerie fonctionne depuis ce matin et les messages retenus ont été distribués.',
    );
    await expect(liaison).toHaveURL(/done=answer$/);
    await axe(liaison);
    await openByReceipt(consumer, receipt);
    await acceptAnswer(consumer);
  });
  const officer = await open();
  await test.step('the officer closes, and the figures show a confirmed solution without money', async () => {
    await signIn(officer, regulatorAccount('fr', 'case_officer'));
    await openFromList(officer, reference);
    await give(officer, 'close', { reason: 'confirmed' });
    await expectFigures(officer, OPERATOR, reference, {
      filed: 1,
      remedied_without_money: 1,
      confirmed: 1,
      disputed: 0,
    });
  });
});

test('reports from three places, also in English, show the real extent by region', async ({
  open,
  portal,
  files,
}) => {
  const places = [
    ['FR-HDF', 'Lille'],
    ['FR-NAQ', 'Mont-de-Marsan'],
    ['FR-BFC', 'Chalon-sur-Saône'],
  ] as const;
  const [here, ...elsewhere] = places;
  const reporter = await open({ language: 'en' });
  const email = 'reporter@consumer.example';
  await fileComplaint(reporter, story({ place: here, email, evidence: [files.photo] }));
  for (const place of elsewhere) await fileByApi(portal, asProgram(place));
  const analyst = await open({ language: 'en' });
  await signIn(analyst, regulatorAccount('fr', 'analyst'));
  await analyst.goto('/regulator/figures');
  for (const [region] of places) {
    const link = analyst.locator(`main a[href*="region=${region}"]`).first();
    await expect(link).toBeVisible();
  }
  await axe(analyst);
});
