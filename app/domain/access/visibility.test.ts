import { describe, expect, it } from 'vitest';
import { ROLES } from '../case/states.ts';
import { visibleTo } from './visibility.ts';

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
