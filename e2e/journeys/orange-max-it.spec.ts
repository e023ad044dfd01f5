import type { Page } from '@playwright/test';
import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { daysAgo } from '../fixtures/days.ts';
import { expectCleanCopies } from '../fixtures/evidence.ts';
import { expectFigures } from '../fixtures/figures.ts';
import { type FiledStory, fileComplaint, type Receipt } from '../fixtures/filing.ts';
import { give, openAnswerForm, openFromList, openFromQueue, sendAnswer, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { acceptAnswer, openByReceipt } from '../fixtures/track.ts';

// 9 July 2024, 13:45: 1,050 F CFA paid in the app and confirmed by SMS, never credited; a call back that never came.

test.use({ profileId: 'bf', ownPortal: 'orange-max-it' });

const OPERATOR = 'orange-bf';
const EMAIL = 'issa@consumer.example';
const PAID = /1\s?050\s(?:F\s?CFA|XOF)/u;
const DAY = '2024-07-09';

function story(evidence: readonly string[]): FiledStory {
  return {
    who: { track: 'consumer' },
    service: { operatorId: OPERATOR, service: 'mobile', lineNumber: '70123456' },
    category: 'prepaid-credit',
    problem: {
      issues: ['prepaid-credit/paid-not-credited'],
      'also.customer-service': ['customer-service/broken-promise'],
    },
    when: { startedAt: DAY, startedTime: '13:45', ongoing: 'yes', region: 'BF-03', commune: 'Ouagadougou' },
    facts: {
      'facts.paymentChannel': 'operator-app',
      'facts.transactionId': 'MP240709.1345.A01234',
      'facts.transactionTime': `${DAY}T13:45`,
      'facts.paidAmount': '1 050',
      'facts.balanceBefore': '12',
      'facts.balanceAfter': '12',
      'facts.confirmationReceived': 'sms',
    },
    attempts: [
      { on: DAY, channel: 'hotline', result: 'promised-call-back', note: 'Le 121 confirme l’achat.' },
      {
        on: DAY,
        channel: 'hotline',
        result: 'no-answer',
        note: 'Plusieurs numéros essayés après 30 minutes.',
      },
      {
        on: DAY,
        channel: 'hotline',
        result: 'promised-delay',
        note: 'Payé, non crédité : un à plusieurs jours.',
      },
    ],
    wish: {
      narrative:
        'J’ai payé 1 050 F dans Max it et reçu le SMS de confirmation, mais le crédit n’est jamais venu.',
      remedySought: ['credit-or-refund'],
      amount: '1050',
    },
    evidence,
    contact: { name: 'Issa Exemple', email: EMAIL, language: 'fr' },
  };
}

/** The clock of the answer shows the urgent rule, and every day that it counts. */
async function expectUrgentClock(page: Page): Promise<void> {
  const clock = page.locator('main .clock', { hasText: 'trois jours' });
  await expect(clock).toBeVisible();
  await clock.locator('summary').click();
  await expect(clock.locator('table.trace tbody tr').nth(2)).toBeVisible();
  await axe(page);
}

async function answerWithRefund(page: Page, proof: string): Promise<void> {
  const credit = {
    outcome: 'remedied-with-money',
    cause: 'La passerelle de Max it a perdu la réponse de la banque entre 13 h 40 et 13 h 55.',
    action: 'Les 1 050 F ont été rendus sur le compte Orange Money du client.',
    'details.transaction': 'OM-88121',
    'details.creditedAt': `${daysAgo('bf', 1)}T23:50`,
    amount: '1050',
    files: [proof],
  };
  const promise = {
    outcome: 'explained',
    cause: 'L’agent du 121 n’a pas ouvert de ticket, personne ne pouvait donc rappeler.',
    action: 'Le rappel promis ouvre désormais un ticket que le superviseur contrôle.',
  };
  await sendAnswer(
    page,
    [credit, promise],
    'Monsieur Exemple, vos 1 050 F du 9 juillet ont été rendus hier soir sur votre compte Orange Money.',
  );
  await expect(page).toHaveURL(/done=answer$/);
}

test('credit that was paid and never came, from filing to figures', async ({ open, portal, files }) => {
  const consumer = await open();
  let receipt: Receipt = { reference: '', code: '' };
  await test.step('he files with the SMS as proof; the amount has no decimals', async () => {
    receipt = await fileComplaint(consumer, story([files.smsScreenshot, files.recordedCall]));
    await portal.mailbox.receive(EMAIL, receipt.code);
    await openByReceipt(consumer, receipt);
    await expect(consumer.locator('main')).toContainText(PAID);
    await expect(consumer.locator('main')).not.toContainText(/1\s?050,00/u);
  });
  const { reference } = receipt;

  const liaison = await open();
  await test.step('the liaison sees an urgent case, its clock and why it ends on its day', async () => {
    await signIn(liaison, liaisonAccount('bf', OPERATOR));
    await openFromQueue(liaison, reference);
    await expect(liaison.locator('main')).toContainText(PAID);
    await expectUrgentClock(liaison);
    await expectCleanCopies(liaison, 2);
  });
  await test.step('so does he, on his own page', async () => {
    await consumer.reload();
    await expectUrgentClock(consumer);
  });
  await test.step('the operator answers with a refund, which is not yet a solution', async () => {
    await openAnswerForm(liaison);
    await answerWithRefund(liaison, files.invoice);
    await portal.mailbox.receive(EMAIL, reference);
  });

  const officer = await open();
  await signIn(officer, regulatorAccount('bf', 'case_officer'));
  await test.step('the operator’s word counts as declared, not as confirmed', async () => {
    await expectFigures(officer, OPERATOR, reference, { filed: 1, remedied_with_money: 1, confirmed: 0 });
  });
  await test.step('he confirms that the money came', async () => {
    await openByReceipt(consumer, receipt);
    await expect(consumer.locator('main')).toContainText('OM-88121');
    await acceptAnswer(consumer);
    await expect(consumer.locator('main')).toContainText(reference);
  });
  await test.step('now it is confirmed: the officer closes, and the figures say so', async () => {
    await openFromList(officer, reference);
    await give(officer, 'close', { reason: 'confirmed' });
    await expectFigures(officer, OPERATOR, reference, {
      filed: 1,
      answered_in_time: 1,
      remedied_with_money: 1,
      confirmed: 1,
      disputed: 0,
      money_cases: PAID,
    });
  });
});

test('an operator that stays silent loses: the complaint is deemed upheld when its day is over', async ({
  open,
  portal,
}) => {
  const consumer = await open({ javaScript: false });
  const receipt = await fileComplaint(consumer, {
    ...story([]),
    contact: { name: 'Awa Exemple', email: 'awa@consumer.example', language: 'fr' },
  });
  await portal.mailbox.receive('reclamations@orange-bf.example', receipt.reference);
  const officer = await open();
  await signIn(officer, regulatorAccount('bf', 'case_officer'));
  await openFromList(officer, receipt.reference);
  await portal.run('scripts/age.ts', '--case', receipt.reference, '--days', '6');
  await portal.mailbox.receive('awa@consumer.example', 'réputée fondée');
  await expectFigures(officer, OPERATOR, receipt.reference, { breached: 1, deemed_upheld: 1 });
  await openByReceipt(consumer, receipt);
});
