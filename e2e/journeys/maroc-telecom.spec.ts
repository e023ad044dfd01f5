import type { Page } from '@playwright/test';
import { liaisonAccount, regulatorAccount } from '../fixtures/accounts.ts';
import { daysAgo } from '../fixtures/days.ts';
import { expectCleanCopies } from '../fixtures/evidence.ts';
import { expectFigures } from '../fixtures/figures.ts';
import { type FiledStory, fileComplaint, type Receipt } from '../fixtures/filing.ts';
import { give, openAnswerForm, openFromList, openFromQueue, sendAnswer, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { acceptAnswer, disputeAnswer, openByReceipt } from '../fixtures/track.ts';

// Mobile network down from 15:00 for hours; a business that bought another telephone to stay reachable; a hotline
// that answered "saturated"; an apology to everybody.

test.use({ profileId: 'ma', ownPortal: 'maroc-telecom' });

const OPERATOR = 'maroc-telecom';
const DESK = 'reclamations@maroc-telecom.example';
const EMAIL = 'nadia@zellige.example';
const LOSS = 'Achat d’un téléphone chez un autre opérateur à 17 h pour rester joignable.';
const STILL_OPEN = 'La moitié du prix du téléphone reste à rembourser.';
const EARLIER = 'ADSL coupée deux jours en mars, 3G absente une semaine en juin.';

function story(evidence: readonly string[]): FiledStory {
  const day = daysAgo('ma', 3);
  return {
    who: {
      track: 'business',
      organisationName: 'Atelier Zellige SARL',
      organisationNumber: 'ICE 001524000000081',
    },
    service: { operatorId: OPERATOR, service: 'mobile', lineNumber: '0661234567' },
    category: 'mobile-outage',
    problem: {
      issues: ['mobile-outage/voice'],
      'also.customer-service': ['customer-service/customer-service-unreachable'],
    },
    when: {
      startedAt: day,
      startedTime: '15:00',
      ongoing: 'no',
      endedAt: daysAgo('ma', 2),
      region: 'MA-06',
      commune: 'Casablanca',
    },
    facts: {
      'facts.area': 'Casablanca, quartier Gauthier',
      'facts.stillDown': 'no',
      'facts.earlierFaults': 'yes',
      'facts.earlierFaultsDetails': EARLIER,
      'facts.monthlySpend': '2000',
      'facts.lossAmount': '1 499,00',
      'facts.lossDescription': LOSS,
    },
    attempts: [
      { on: day, channel: 'hotline', result: 'saturated', note: '3030 à 17 h 30 : rappelez plus tard.' },
    ],
    wish: {
      narrative: 'Plus aucun appel de 15 h jusqu’au lendemain ; nos clients ne pouvaient plus nous joindre.',
      remedySought: ['apology', 'compensation'],
      amount: '1499',
    },
    evidence,
    contact: { name: 'Nadia Exemple', email: EMAIL, phone: '0661234567', language: 'fr' },
  };
}

const GENERIC =
  'Nous nous excusons pour la gêne occasionnée. Votre satisfaction est notre priorité. Cordialement.';
const APOLOGY =
  'Madame Exemple, votre atelier n’a pu appeler de 15 h à 22 h 40 ; nous vous remboursons le téléphone acheté à 17 h.';

/** The answer that everybody got: no cause, no action, no date. */
async function sendGenericAnswer(page: Page): Promise<void> {
  const item = { outcome: 'explained', cause: GENERIC, action: '' };
  await sendAnswer(page, [item, item], GENERIC);
  const summary = page.locator('[data-error-summary]');
  for (const field of ['items.0.cause', 'items.0.action', 'items.0.date', 'message']) {
    await expect(summary.locator(`a[href="#f-${field}"]`)).toBeVisible();
  }
  await expect(page.locator('[name="items.0.cause"]')).toHaveValue(GENERIC);
  await axe(page);
}

function outageDetails() {
  const day = daysAgo('ma', 3);
  return {
    'details.faultStart': `${day}T15:00`,
    'details.faultEnd': `${day}T22:40`,
    'details.extent': 'area',
  };
}

async function sendRealAnswer(page: Page, proof: string): Promise<void> {
  const voice = {
    outcome: 'remedied-with-money',
    cause: 'Une mise à jour du cœur de réseau à Casablanca a bloqué les appels de 15 h à 22 h 40.',
    action: 'La mise à jour est annulée et la facture de novembre créditée du prix du téléphone.',
    ...outageDetails(),
    date: daysAgo('ma', 0),
    amount: '750',
    proof: 'Avoir AV-2231',
    files: [proof],
  };
  const hotline = {
    outcome: 'explained',
    cause: 'Le 3030 a reçu neuf fois plus d’appels que ses lignes n’en prennent.',
    action: 'Un rappel automatique est proposé dès que l’attente dépasse dix minutes.',
  };
  await sendAnswer(page, [voice, hotline], APOLOGY);
  await expect(page).toHaveURL(/done=answer$/);
  await axe(page);
}

test('an outage of a business, from filing to figures', async ({ open, portal, files }) => {
  const consumer = await open({ javaScript: false });
  let receipt: Receipt = { reference: '', code: '' };
  await test.step('she files without JavaScript, with a photo, an invoice and a voice message', async () => {
    receipt = await fileComplaint(consumer, story([files.photo, files.invoice, files.voiceMessage]));
    const mail = await portal.mailbox.receive(EMAIL, receipt.code);
    expect(mail.text).toContain(receipt.reference);
    await portal.mailbox.receive(DESK, receipt.reference);
  });
  const { reference } = receipt;

  const liaison = await open();
  await test.step('the liaison sees the case with its earlier faults, and copies that say nothing of places', async () => {
    await signIn(liaison, liaisonAccount('ma', OPERATOR));
    await openFromQueue(liaison, reference);
    for (const text of ['Atelier Zellige SARL', EARLIER, LOSS])
      await expect(liaison.locator('main')).toContainText(text);
    await expect(liaison.locator('main')).not.toContainText(EMAIL);
    await expectCleanCopies(liaison, 3);
    await axe(liaison);
    await give(liaison, 'acknowledge');
  });
  await test.step('the answer that everybody gets is refused with reasons, one to this customer is taken', async () => {
    await openAnswerForm(liaison);
    await sendGenericAnswer(liaison);
    await sendRealAnswer(liaison, files.invoice);
  });
  await test.step('she disputes the amount', async () => {
    await portal.mailbox.receive(EMAIL, 'track');
    await openByReceipt(consumer, receipt);
    await expect(consumer.locator('main')).toContainText('Une mise à jour du cœur de réseau');
    await disputeAnswer(consumer, {
      issues: ['mobile-outage/voice'],
      'about.mobile-outage_voice.reasons': ['amount-too-low'],
      'about.mobile-outage_voice.words': STILL_OPEN,
      'about.mobile-outage_voice.evidence': files.iphonePhoto,
      message: 'Le téléphone a coûté 1 499 dirhams, facture jointe.',
    });
  });

  const officer = await open();
  await test.step('the officer decides, the operator reports what it did, the officer closes', async () => {
    await signIn(officer, regulatorAccount('ma', 'case_officer'));
    await axe(officer);
    await openFromList(officer, reference);
    await give(officer, 'take-under-review');
    await give(officer, 'decide', {
      outcome: 'upheld',
      reasons: 'La panne est reconnue et l’achat du second téléphone est prouvé par la facture jointe.',
      remedy: 'Rembourser la totalité du prix du téléphone acheté pendant la panne.',
      remedyDays: '10',
      amount: '1499',
    });
    await liaison.goto(`/operator/cases/${reference}`);
    await expect(liaison.locator('main')).toContainText(STILL_OPEN);
    await axe(liaison);
    await give(liaison, 'report-remedy', {
      report: 'Le solde de 749 dirhams est crédité sur la facture de novembre.',
    });
    await openFromList(officer, reference);
    await give(officer, 'close', { reason: 'decision-carried-out' });
  });
  await test.step('the figures count it, each with the list behind it', async () => {
    await expectFigures(officer, OPERATOR, reference, {
      filed: 1,
      answered_in_time: 1,
      remedied_with_money: 1,
      confirmed: 0,
      disputed: 1,
      upheld: 1,
      money_cases: /^750,00.MAD$/,
    });
  });
  await test.step('her next complaint, in Arabic, shows the regulator that it happens again', async () => {
    const again = await open({ language: 'ar' });
    const { contact, ...rest } = story([files.iphonePhoto]);
    const second = await fileComplaint(again, {
      ...rest,
      contact: { ...contact, name: 'نادية', language: 'ar' },
    });
    await expect(again.locator('html')).toHaveAttribute('dir', 'rtl');
    const mail = await portal.mailbox.receive(EMAIL, second.code);
    expect(mail.text).toMatch(/\p{Script=Arabic}{4}/u);
    await openFromList(officer, second.reference);
    await expect(
      officer.locator(`main a[href="/regulator/cases/${reference}"]`),
      'the earlier case, under the recurrence',
    ).toBeVisible();
    await openByReceipt(again, second);
    await openFromQueue(liaison, second.reference);
    await openAnswerForm(liaison);
    await sendRealAnswer(liaison, files.invoice);
    await acceptAnswer(again);
  });
});
