import { type CategoryDefinition, RETAIL_TRACKS } from './definition.ts';
import { BILL_NUMBER, BILLED_AMOUNT } from './repeated-facts.ts';

/** What was paid, billed and signed. */
export const MONEY_AND_CONTRACT = {
  'prepaid-credit': {
    issues: [
      'paid-not-credited',
      'wrong-number',
      'lost-balance',
      'bundle-or-expiry',
      'mobile-money-transfer',
    ],
    services: ['mobile', 'internet', 'mobile-money'],
    tracks: RETAIL_TRACKS,
    facts: [
      {
        key: 'paymentChannel',
        type: 'choice',
        required: true,
        options: ['operator-app', 'ussd', 'scratch-card', 'shop', 'mobile-money', 'bank', 'website', 'other'],
      },
      { key: 'transactionId', type: 'text', personal: true, maxLength: 100 },
      { key: 'transactionTime', type: 'datetime', required: true },
      { key: 'paidAmount', type: 'money', required: true },
      { key: 'balanceBefore', type: 'money' },
      { key: 'balanceAfter', type: 'money' },
      { key: 'numberCredited', type: 'text', personal: true, maxLength: 40 },
      {
        key: 'confirmationReceived',
        type: 'choice',
        required: true,
        options: ['sms', 'app', 'e-mail', 'paper', 'none'],
      },
    ],
  },
  billing: {
    issues: ['error', 'unsolicited-service', 'refund-due', 'disconnection-despite-payment', 'price-change'],
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'mobile-money', 'leased-line'],
    tracks: RETAIL_TRACKS,
    facts: [
      { ...BILL_NUMBER },
      { key: 'billFrom', type: 'date' },
      { key: 'billTo', type: 'date', mayBeAhead: true },
      { ...BILLED_AMOUNT },
      { key: 'expectedAmount', type: 'money' },
      { key: 'disputedLines', type: 'long-text', required: true, personal: true },
      { key: 'tariffPromised', type: 'text', personal: true, maxLength: 300 },
      { key: 'paidOn', type: 'date' },
    ],
  },
  contract: {
    issues: ['mis-selling', 'unilateral-change', 'cancellation-refused', 'installation-delay', 'equipment'],
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'contractReference', type: 'text', personal: true, maxLength: 60 },
      { key: 'contractDate', type: 'date' },
      { key: 'clause', type: 'long-text', personal: true, maxLength: 1000 },
      { key: 'noticeGiven', type: 'yes-no-unknown' },
      { key: 'noticeDate', type: 'date', required: true, showIf: { fact: 'noticeGiven', equals: 'yes' } },
      { key: 'appointmentsMade', type: 'yes-no' },
      {
        key: 'appointmentDates',
        type: 'long-text',
        required: true,
        personal: true,
        maxLength: 1000,
        showIf: { fact: 'appointmentsMade', equals: 'yes' },
      },
      { key: 'equipment', type: 'text', personal: true, maxLength: 200 },
    ],
  },
  roaming: {
    issues: ['bill-shock', 'no-service', 'not-activated'],
    services: ['mobile'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'countryVisited', type: 'text', required: true, maxLength: 100 },
      { key: 'visitedNetwork', type: 'text', maxLength: 100 },
      { key: 'travelFrom', type: 'date', required: true },
      { key: 'travelTo', type: 'date', mayBeAhead: true },
      { key: 'roamingActivated', type: 'yes-no-unknown' },
      {
        key: 'warningsReceived',
        type: 'multi-choice',
        options: ['sms', 'app', 'e-mail', 'call', 'none', 'unknown'],
      },
      { key: 'dataUsed', type: 'decimal', min: 0, max: 10_000_000, unit: 'megabytes' },
      { ...BILLED_AMOUNT },
      { ...BILL_NUMBER },
    ],
  },
} as const satisfies Record<string, CategoryDefinition>;
