import { describe, expect, test } from 'vitest';
import type { EventDraft, EventType, RecordedEvent } from '#app/domain/case/events.ts';
import { COMMANDS, transitionOf } from '#app/domain/case/lifecycle.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { profiles } from '#profiles/index.ts';
import { composeMail, type Deadline, type Occasion } from './compose-mail.ts';
import { AUDIENCE_OF_EFFECT, MAIL_KINDS, type MailKindName } from './mail-kinds.ts';

const CODE = '7K3F-9QXM-T2AB-0CDE';
const REFERENCE = 'MA-2026-7K3F-9QXM-T';
const { rules, regulator } = profiles.ma;

function deadline(clock: Deadline['clock']): Deadline {
  const rule = rules.find(candidate => candidate.clock === clock);
  if (rule === undefined) throw new Error(`no rule for ${clock}`);
  return { clock, dueAt: '2026-03-24T22:59:59.999Z', inHours: false, ruleText: rule.text };
}

const CLOCK = {
  clockId: '00000000-0000-4000-8000-000000000000',
  clock: 'respond',
  ruleId: 'ma-respond-1',
  dueAt: '2026-03-24T22:59:59.999Z',
};

/** The parts of payloads that texts name. */
const PAYLOADS: Partial<Record<EventType, object>> = {
  answered: { outcome: 'explained' },
  decided: { outcome: 'upheld' },
  'interim-decided': { decision: 'granted' },
  'declared-inadmissible': { reason: 'not-telecom' },
  closed: { reason: 'confirmed' },
  'clock-breached': CLOCK,
  'clock-resumed': CLOCK,
  'reminder-sent': CLOCK,
  escalated: CLOCK,
  'deemed-upheld': CLOCK,
  'confirmation-lapsed': { ...CLOCK, clock: 'confirm' },
};

function eventOf(kind: string): RecordedEvent {
  const command = COMMANDS.find(candidate => candidate === kind.split('.')[1]);
  if (command === undefined) throw new Error(kind);
  const { event } = transitionOf(command);
  const draft = { type: event, payload: PAYLOADS[event] ?? {} } as EventDraft;
  return { ...draft, seq: 2, at: '2026-03-10T09:00:00.000Z' } as RecordedEvent;
}

function occasion(kind: string, changes: Partial<Occasion> = {}): Occasion {
  return {
    kind,
    language: 'fr',
    reference: REFERENCE,
    state: 'served',
    category: 'billing',
    operatorName: 'Maroc Telecom',
    regulatorName: regulator.name,
    regulatorEmail: regulator.contact.email,
    event: eventOf(kind),
    deadlines: {
      acknowledge: deadline('acknowledge'),
      respond: deadline('respond'),
      confirm: deadline('confirm'),
      remedy: deadline('remedy'),
      inform: deadline('inform'),
    },
    timeZone: 'Africa/Casablanca',
    filedByOperator: false,
    publicUrl: 'https://recours.example',
    stopUrl: null,
    ...changes,
  };
}

const KINDS = Object.keys(MAIL_KINDS) as MailKindName[];

test('every mail to which a command of the lifecycle leads has a text, and no other', () => {
  const led = COMMANDS.flatMap(command =>
    transitionOf(command).effects.map(effect =>
      // Service is one mail, whichever command leads to it.
      effect === 'serve-operator' ? 'operator.serve' : `${AUDIENCE_OF_EFFECT[effect]}.${command}`,
    ),
  );
  const reminders = ['complainant.remind', 'operator.remind'];
  expect([...new Set([...led, ...reminders])].sort()).toEqual([...KINDS].sort());
});

describe.each(LANGUAGES)('in %s', language => {
  test.each(KINDS)('%s says what happened, what to do, where, and leaves no gap', kind => {
    const { subject, text } = composeMail(occasion(kind, { language }), CODE);
    expect(subject).toContain(REFERENCE);
    expect(text).toContain(REFERENCE);
    expect(text).toContain('https://recours.example/');
    expect(text).toContain(regulator.contact.email);
    for (const gap of [/\{\{/, /undefined/, /\(\s*\)/, /: \./, /:\s*$/, new RegExp(`${kind}\\.`)]) {
      expect(subject).not.toMatch(gap);
      expect(text).not.toMatch(gap);
    }
  });
});

test('the receipt alone has the code, and not in its subject', () => {
  for (const kind of KINDS) {
    const { subject, text } = composeMail(occasion(kind), CODE);
    expect(subject).not.toContain(CODE);
    expect(text.includes(CODE)).toBe(kind === 'complainant.file');
  }
});

test('a deadline is named with its day and with the rule that sets it', () => {
  const { text } = composeMail(occasion('complainant.serve'), CODE);
  expect(text).toContain('doit répondre au plus tard le mardi 24 mars 2026.');
  expect(text).toContain('Pourquoi cette date\u00A0: L’opérateur répond dans les dix jours ouvrables');
});

test('a rule in hours is named with the hour', () => {
  const respond = { ...deadline('respond'), inHours: true, dueAt: '2026-03-12T14:30:00.000Z' };
  const { text } = composeMail(
    occasion('complainant.serve', { language: 'en', deadlines: { respond } }),
    CODE,
  );
  expect(text).toMatch(/Thursday,? 12 March 2026.*14:30/);
});

test('a decision without a remedy names no deadline', () => {
  const { text } = composeMail(occasion('operator.decide', { deadlines: {} }), CODE);
  expect(text).not.toContain('au plus tard');
});

test('parties are led to their own pages', () => {
  const addresses = ['complainant.answer', 'operator.dispute', 'regulator.dispute'].map(
    kind => composeMail(occasion(kind), CODE).text.match(/https:\S+/)?.[0],
  );
  expect(addresses).toEqual([
    'https://recours.example/track?lng=fr',
    `https://recours.example/operator/cases/${REFERENCE}`,
    `https://recours.example/regulator/cases/${REFERENCE}`,
  ]);
});

test('an unknown kind is refused', () => {
  expect(() => composeMail({ ...occasion('operator.serve'), kind: 'operator.file' }, CODE)).toThrow(
    RangeError,
  );
});
