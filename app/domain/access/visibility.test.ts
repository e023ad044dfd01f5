import { describe, expect, it } from 'vitest';
import { ROLES } from '../case/states.ts';
import { FIELDS, mayReadAudience, maySee, visibleTo } from './visibility.ts';

const WRITTEN = 'Ma carte 4111 1111 1111 1111, mot de passe : soleil77.';
const RECORD = {
  narrative: WRITTEN,
  attempts: [{ on: '2026-03-01', channel: 'hotline', note: WRITTEN }],
  messages: [{ id: '4111111111111111', body: WRITTEN }],
  'internal-notes': [{ body: WRITTEN }],
};

describe('what people wrote', () => {
  it.each(['complainant', 'case_officer', 'system'] as const)('is read whole by the role %s', role => {
    expect(visibleTo(role, RECORD).narrative).toBe(WRITTEN);
  });

  it.each(ROLES.filter(role => !['complainant', 'case_officer', 'system'].includes(role)))(
    'reaches the role %s without card numbers and passwords, if at all',
    role => {
      const { narrative, attempts, messages } = visibleTo(role, RECORD);
      const seen = JSON.stringify([narrative, attempts?.[0]?.note, messages?.[0]?.body]);
      expect(seen).not.toContain('4111');
      expect(seen).not.toContain('soleil77');
    },
  );

  it('keeps references and keys as they are', () => {
    expect(visibleTo('liaison', RECORD).messages?.[0]?.id).toBe('4111111111111111');
    expect(visibleTo('liaison', RECORD).attempts?.[0]?.on).toBe('2026-03-01');
  });
});

const THE_PARTIES = 'complainant liaison case_officer analyst auditor administrator system';
const WHO_MAY_KNOW_THE_PERSON = 'complainant liaison case_officer auditor administrator system';
const THE_REGULATOR_BUT_ANALYSTS = 'case_officer auditor administrator system';

describe('the roles that see', () => {
  it.each([
    ['public-figures', `${THE_PARTIES} public`],
    ['case-summary', THE_PARTIES],
    ['facts', THE_PARTIES],
    ['personal-facts', WHO_MAY_KNOW_THE_PERSON],
    ['narrative', WHO_MAY_KNOW_THE_PERSON],
    ['attempts', WHO_MAY_KNOW_THE_PERSON],
    ['identity', WHO_MAY_KNOW_THE_PERSON],
    ['contact', 'complainant case_officer administrator system'],
    ['evidence-copy', WHO_MAY_KNOW_THE_PERSON],
    ['evidence-original', 'complainant case_officer auditor administrator system'],
    ['custody', THE_REGULATOR_BUT_ANALYSTS],
    ['annexes', WHO_MAY_KNOW_THE_PERSON],
    ['messages', WHO_MAY_KNOW_THE_PERSON],
    ['internal-notes', THE_REGULATOR_BUT_ANALYSTS],
    ['responses', THE_PARTIES],
    ['decision', THE_PARTIES],
    ['events', THE_PARTIES],
    ['clocks', THE_PARTIES],
    ['deliveries', 'liaison case_officer analyst auditor administrator system'],
    ['recurrence', THE_REGULATOR_BUT_ANALYSTS],
    ['mail-outbox', 'case_officer administrator system'],
    ['supporters', 'case_officer system'],
  ] as const satisfies readonly (readonly [(typeof FIELDS)[number], string])[])('%s: %s', (field, roles) => {
    expect(ROLES.filter(role => maySee(role, field)).join(' ')).toBe(roles);
  });

  it('are written down here for every field', () => {
    expect(FIELDS).toHaveLength(22);
  });

  it.each([
    ['parties', THE_PARTIES],
    ['operator', 'liaison case_officer analyst auditor administrator system'],
    ['complainant', 'complainant case_officer auditor administrator system'],
    ['regulator', THE_REGULATOR_BUT_ANALYSTS],
  ] as const)('events and messages for %s: %s', (audience, roles) => {
    expect(ROLES.filter(role => mayReadAudience(role, audience)).join(' ')).toBe(roles);
  });
});
