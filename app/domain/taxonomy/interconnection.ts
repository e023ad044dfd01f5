import type { CategoryDefinition } from './definition.ts';

/** Disputes between operators: a track of its own, with annexes that the other party can't read. */
export const INTERCONNECTION = {
  interconnection: {
    issues: [
      'refusal',
      'capacity',
      'quality',
      'tariff',
      'unpaid-invoices',
      'infrastructure-sharing',
      'unilateral-termination',
    ],
    services: ['interconnection', 'leased-line'],
    tracks: ['wholesale'],
    facts: [
      { key: 'agreement', type: 'text', required: true, personal: true, maxLength: 200 },
      { key: 'agreementClause', type: 'long-text', personal: true, maxLength: 1000 },
      { key: 'agreementEnds', type: 'date', mayBeAhead: true },
      { key: 'route', type: 'text', personal: true, maxLength: 200 },
      { key: 'trafficFigures', type: 'long-text', personal: true },
      { key: 'reasonGiven', type: 'long-text', personal: true, maxLength: 1000 },
      { key: 'negotiationDates', type: 'long-text', required: true, personal: true, maxLength: 1000 },
      { key: 'subscribersAffected', type: 'integer', min: 0, max: 1_000_000_000 },
      { key: 'interimMeasure', type: 'yes-no', required: true },
      {
        key: 'interimMeasureAsked',
        type: 'long-text',
        required: true,
        personal: true,
        maxLength: 1000,
        showIf: { fact: 'interimMeasure', equals: 'yes' },
      },
      { key: 'confidentialAnnexes', type: 'yes-no', required: true },
      {
        key: 'confidentialityReason',
        type: 'long-text',
        required: true,
        personal: true,
        maxLength: 1000,
        showIf: { fact: 'confidentialAnnexes', equals: 'yes' },
      },
    ],
  },
} as const satisfies Record<string, CategoryDefinition>;
