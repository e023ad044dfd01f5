import type { FactDefinition } from './definition.ts';

/** Facts that several categories ask in the same words. */

export const SETTING = {
  key: 'setting',
  type: 'choice',
  options: ['indoors', 'outdoors', 'both'],
} as const satisfies FactDefinition;

export const TECHNOLOGY = {
  key: 'technology',
  type: 'choice',
  options: ['2g', '3g', '4g', '5g', 'unknown'],
} as const satisfies FactDefinition;

/** Smaller faults of the past on the same record: what makes recurrence visible. */
export const EARLIER_FAULTS = [
  { key: 'earlierFaults', type: 'yes-no' },
  {
    key: 'earlierFaultsDetails',
    type: 'long-text',
    required: true,
    personal: true,
    showIf: { fact: 'earlierFaults', equals: 'yes' },
  },
] as const satisfies readonly FactDefinition[];

/** The places of a business that the fault reached, with the lines and the loss of each. */
export const AFFECTED_SITES = {
  key: 'affectedSites',
  type: 'sites',
  personal: true,
  tracks: ['business'],
} as const satisfies FactDefinition;

/** What the fault cost, for those who claim compensation. */
export const LOSS = [
  { key: 'monthlySpend', type: 'money' },
  { key: 'lossAmount', type: 'money' },
  { key: 'lossDescription', type: 'long-text', personal: true },
] as const satisfies readonly FactDefinition[];

export const BILL_NUMBER = {
  key: 'billNumber',
  type: 'text',
  personal: true,
  maxLength: 60,
} as const satisfies FactDefinition;

export const BILLED_AMOUNT = { key: 'billedAmount', type: 'money' } as const satisfies FactDefinition;
