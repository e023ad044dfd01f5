import type { CommandOperationId } from '#app/usecases/operator-api/operations.ts';

/** A body for each command, all of them invented; a test reads each with its schema. */
export const BODY_EXAMPLES: Readonly<Record<CommandOperationId, unknown>> = {
  acknowledgeCase: {},
  sendMessage: { body: 'We have received your complaint and are checking both invoices.' },
  askForInformation: { question: 'Which number is printed at the top of the invoice that you dispute?' },
  takeExtension: { reason: 'Our roaming partner sends the call records on Monday; the check needs them.' },
  misdirectCase: { reason: 'This line was ported to another operator on 3 January 2026.' },
  answerCase: {
    items: [
      {
        issue: 'billing/error',
        outcome: 'remedied-with-money',
        cause: 'After your change of tariff the international option was billed twice in January.',
        action: 'The second line is cancelled and its amount credited to your customer account.',
        date: '2026-03-20',
        amount: '120.50',
        proof: 'Credit note AV-2026-0417',
        details: { transaction: 'AV-2026-0417', creditedAt: '2026-03-20T10:00' },
      },
    ],
    message:
      'The option that was counted twice in January has been taken off your bill, and 120.50 credited.',
  },
  answerInterim: {
    doing: 'Our billing team compares both invoices with the call records of January.',
    until: '2099-03-27',
  },
  keepPromise: {
    issues: [],
    report: 'The credit of 120.50 was booked on 20 March 2026, reference AV-2026-0417.',
  },
  reportRemedy: {
    report: 'The 120.50 were paid to the account of the customer on 2 April 2026, order 88121.',
  },
};

/** A complaint as docs/api.md shows it. */
export const COMPLAINT_EXAMPLE = {
  track: 'consumer',
  operatorId: 'maroc-telecom',
  service: 'mobile',
  category: 'billing',
  issues: ['billing/error'],
  startedAt: '2026-01-02',
  region: 'MA-06',
  attempts: [{ on: '2026-01-03', channel: 'hotline', result: 'refused', ticket: 'T-4711' }],
  narrative: 'The January invoice counts the same option twice, in spite of two calls.',
  remedySought: ['correct-bill'],
  amount: '120.50',
  name: 'Amina Exemple',
  email: 'amina@example.org',
  facts: { disputedLines: 'International option counted twice' },
};
