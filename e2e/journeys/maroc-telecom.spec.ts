import { daysAgo } from '../fixtures/days.ts';
import { type FiledStory, fileComplaint } from '../fixtures/filing.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ profileId: 'ma' });

function story(files: readonly string[]): FiledStory {
  const day = daysAgo('ma', 3);
  return {
    who: { track: 'business', organisationName: 'Atelier Zellige SARL', organisationNumber: 'ICE 001524' },
    service: { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0661234567' },
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
      'facts.earlierFaultsDetails': 'ADSL coupé deux jours en mars, 3G absente une semaine en juin.',
      'facts.monthlySpend': '2000',
      'facts.lossAmount': '1 499,00',
      'facts.lossDescription': 'Achat d’un téléphone chez un autre opérateur à 17 h pour rester joignable.',
      vulnerability: ['work'],
    },
    attempts: [
      { on: day, channel: 'hotline', result: 'saturated', note: '3030 à 17 h 30 : rappelez plus tard.' },
    ],
    wish: {
      narrative: 'Plus aucun appel de 15 h jusqu’au lendemain ; nos clients ne pouvaient plus nous joindre.',
      remedySought: ['apology', 'compensation'],
      amount: '1499',
    },
    evidence: files,
    contact: { name: 'Nadia Exemple', email: 'nadia@zellige.example', phone: '0661234567', language: 'fr' },
  };
}

test('a business without JavaScript files an outage', async ({ open, files, portal }) => {
  const page = await open({ javaScript: false });
  const receipt = await fileComplaint(page, story([files.photo, files.invoice, files.voiceMessage]));
  expect(receipt.reference).toMatch(/^MA-/);
  const mail = await portal.mailbox.receive('nadia@zellige.example', receipt.code);
  expect(mail.text).toContain(receipt.reference);
});

test('a business files in Arabic', async ({ open, files, portal }) => {
  const page = await open({ language: 'ar' });
  const receipt = await fileComplaint(page, {
    ...story([files.photo]),
    contact: { name: 'نادية', email: 'ar@zellige.example', language: 'ar' },
  });
  const mail = await portal.mailbox.receive('ar@zellige.example', receipt.code);
  expect(mail.text).toContain(receipt.reference);
});
