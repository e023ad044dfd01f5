import { expect, test } from 'vitest';
import { type Managed, type Manager, mayManage } from './person.ts';

const desk: Manager = { role: 'liaison', organisation: 'inwi', deskRole: 'administrator' };
const regulator: Manager = { role: 'administrator', organisation: null, deskRole: null };
const agent: Managed = { role: 'liaison', operatorId: 'inwi', deskRole: 'agent' };
const officer: Managed = { role: 'case_officer', operatorId: null, deskRole: 'agent' };

test('a desk’s administrators manage the people of their own operator and nobody else', () => {
  expect(mayManage(desk, agent)).toBe(true);
  expect(mayManage(desk, { ...agent, operatorId: 'orange-maroc' })).toBe(false);
  expect(mayManage(desk, officer)).toBe(false);
});

test.each(['agent', 'approver'] as const)('a desk’s %s manages nobody', deskRole => {
  expect(mayManage({ ...desk, deskRole }, agent)).toBe(false);
});

test('the regulator’s administrators manage the regulator’s people and the operators’ administrators', () => {
  expect(mayManage(regulator, officer)).toBe(true);
  expect(mayManage(regulator, { ...agent, deskRole: 'administrator' })).toBe(true);
  expect(mayManage(regulator, agent)).toBe(false);
});

test.each(['case_officer', 'analyst', 'auditor'] as const)('a %s manages nobody', role => {
  expect(mayManage({ ...regulator, role }, officer)).toBe(false);
});
