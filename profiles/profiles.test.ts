import { describe, expect, it } from 'vitest';
import { makeReference, parseReference } from '#app/domain/case/reference.ts';
import { CLOCK_KINDS, selectRule } from '#app/domain/deadline/rule.ts';
import { lineFor } from '#app/domain/routing/admissibility.ts';
import { routeToDesk } from '#app/domain/routing/route-to-desk.ts';
import { LANGUAGES, type LocalisedText } from '#app/domain/shared/language.ts';
import { isPlainDate } from '#app/domain/shared/plain-date.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { importOperators } from './import-operators.ts';
import { PROFILE_IDS, profiles } from './index.ts';

const REGION_COUNTS = { ma: 12, ch: 26, bf: 13, fr: 18 };

function expectComplete(text: LocalisedText): void {
  for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
  expect(text.ar).toMatch(/[\u0600-\u06ff]|^[A-Za-z]+$/);
}

describe.each(PROFILE_IDS)('profile %s', id => {
  const profile = profiles[id];

  it('has its texts in four languages', () => {
    const { regulator, country, emergencyNote, admissibility } = profile;
    const calendarNames = profile.calendars.flatMap(calendar => Object.values(calendar.names));
    const texts = [
      regulator.name,
      regulator.shortName,
      country,
      admissibility.text,
      ...profile.regions.map(region => region.name),
      ...profile.rules.map(rule => rule.text),
      ...calendarNames,
      ...(emergencyNote ? [emergencyNote] : []),
    ];
    for (const text of texts) expectComplete(text);
    expect([...profile.languages].sort()).toEqual([...LANGUAGES].sort());
    expect(profile.languages[0]).toBe(profile.defaultLanguage);
  });

  it('ends the keeping of personal data, and says by what law', () => {
    const { years, onRequestDays, source } = profile.retention;
    expect(years).toBeGreaterThan(0);
    expect(onRequestDays).toBeGreaterThan(0);
    expect(source.length).toBeGreaterThan(20);
  });

  it('has every region once, with its ISO code', () => {
    const codes = profile.regions.map(region => region.code);
    expect(new Set(codes).size).toBe(REGION_COUNTS[id]);
    for (const code of codes) expect(code.startsWith(`${id.toUpperCase()}-`)).toBe(true);
  });

  it('has a rule for every clock of every kind of case since the first imported reports', () => {
    for (const clock of CLOCK_KINDS) {
      for (const category of profile.categories) {
        for (const track of TRACKS) {
          for (const urgent of [true, false]) {
            const rule = selectRule(profile, clock, { category, track, urgent, on: '2015-01-01' });
            expect(rule.amount).toBeGreaterThan(0);
            expect(
              lineFor(profile.admissibility, { category, track, urgent }).waiting.amount,
            ).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });

  it('has rules with distinct ids, a source, and hours extended in hours only', () => {
    expect(new Set(profile.rules.map(rule => rule.id)).size).toBe(profile.rules.length);
    for (const rule of profile.rules) {
      expect(rule.source).not.toBe('');
      expect(isPlainDate(rule.validFrom)).toBe(true);
      expect(rule.assumed === true).toBe(rule.source.startsWith('Assumed'));
      expect((rule.extension?.unit ?? rule.unit) === 'hours').toBe(rule.unit === 'hours');
    }
  });

  it('answers silence with a consequence', () => {
    for (const rule of profile.rules) {
      if (rule.clock === 'respond') expect(['escalate', 'deem-upheld']).toContain(rule.consequence);
      if (rule.clock === 'confirm') expect(rule.consequence).toBe('close-unconfirmed');
    }
  });

  it('has calendars whose days exist, are named, and belong to known regions', () => {
    const codes = new Set(profile.regions.map(region => region.code));
    for (const { days, names, years } of profile.calendars) {
      for (const day of days) {
        expect(isPlainDate(day.on)).toBe(true);
        expect(names[day.name]).toBeDefined();
        for (const region of 'regions' in day ? (day.regions ?? []) : []) expect(codes).toContain(region);
      }
      const covered = new Set(days.map(day => Number(day.on.slice(0, 4))));
      expect([Math.min(...covered), Math.max(...covered)]).toEqual([years.from, years.to]);
    }
  });

  it('serves each of its operators at an invented address, and none of those for imports', () => {
    const register = [...profile.operators, ...importOperators];
    expect(new Set(register.map(operator => operator.id)).size).toBe(register.length);
    for (const operator of profile.operators) {
      expect(operator.deskEmail).toMatch(/\.example$/);
      for (const service of operator.services) {
        const question = { operatorId: operator.id, service, category: 'billing', track: 'consumer' };
        expect(routeToDesk(register, question)).toMatchObject({ ok: true, channel: 'mail' });
      }
    }
    for (const { id: operatorId, services } of importOperators) {
      const question = { operatorId, service: services[0] ?? '', category: 'billing', track: 'consumer' };
      expect(routeToDesk(register, question)).toEqual({ ok: false, reason: 'operator-not-served' });
    }
  });

  it('has a prefix that makes references', () => {
    const reference = makeReference(profile.referencePrefix, 2026, 1);
    expect(parseReference(reference)).toEqual({ ok: true, reference });
  });

  it('has an accent that is legible on white', () => {
    expect(contrastOnWhite(profile.accent)).toBeGreaterThanOrEqual(4.5);
  });
});

it('silence means escalation in one jurisdiction and success in another', () => {
  const consequences = PROFILE_IDS.flatMap(id => profiles[id].rules.map(rule => rule.consequence));
  expect(consequences).toContain('escalate');
  expect(consequences).toContain('deem-upheld');
});

/** WCAG 2 contrast ratio. */
function contrastOnWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
