import { expect, test } from 'vitest';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { smsLength } from '#app/platform/sms/sms-length.ts';
import { ma } from '#profiles/ma/index.ts';
import type { Occasion } from './compose-mail.ts';
import { composeSms } from './compose-sms.ts';
import { MAIL_KINDS } from './mail-kinds.ts';

const TO_COMPLAINANTS = Object.keys(MAIL_KINDS).filter(kind => kind.startsWith('complainant.'));

const STOP = 'https://reclamations.example/s/Zm9sbG93aW5nLi4u';

function occasion(kind: string, language: Occasion['language']): Occasion {
  const dueAt = '2026-12-03T22:59:59.999Z';
  const deadline = { dueAt, inHours: false, ruleText: ma.regulator.name };
  return {
    kind,
    language,
    reference: 'MA-2026-7K3M9QX2-F',
    state: 'served',
    category: 'billing',
    operatorName: 'Maroc Telecom',
    regulatorName: ma.regulator.name,
    regulatorEmail: ma.regulator.contact.email,
    event: { type: 'served', payload: {}, at: dueAt } as RecordedEvent,
    deadlines: {
      respond: { clock: 'respond', ...deadline },
      confirm: { clock: 'confirm', ...deadline },
      remedy: { clock: 'remedy', ...deadline },
    },
    timeZone: 'Africa/Casablanca',
    filedByOperator: false,
    publicUrl: 'https://reclamations.example',
    stopUrl: STOP,
  };
}

test.each(LANGUAGES.filter(language => language !== 'ar'))('every SMS in %s fits into one', language => {
  for (const kind of TO_COMPLAINANTS) {
    const text = composeSms(occasion(kind, language));
    expect({ text, ...smsLength(text) }).toMatchObject({ encoding: 'gsm7', parts: 1 });
  }
});

test('an SMS in Arabic takes at most three, as each holds 67 letters', () => {
  for (const kind of TO_COMPLAINANTS) {
    expect(smsLength(composeSms(occasion(kind, 'ar'))).parts).toBeLessThanOrEqual(3);
  }
});

test('an SMS says the reference, what happened, the day and the link, and names nobody', () => {
  const text = composeSms(occasion('complainant.answer', 'en'));
  expect(text).toContain('MA-2026-7K3M9QX2-F: the operator has answered.');
  expect(text).toContain('3');
  expect(text.endsWith(STOP)).toBe(true);
  expect(text).not.toContain('Maroc Telecom');
});
