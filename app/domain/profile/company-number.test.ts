import { describe, expect, it } from 'vitest';
import { COMPANY_NUMBER_EXAMPLES, readCompanyNumber } from './company-number.ts';
import { PROFILE_IDS } from './profile.ts';

describe('the number of a company', () => {
  it.each([
    ['ma', '001524000000081', '001524000000081'],
    ['ma', 'ICE 0015 2400 0000 081', '001524000000081'],
    ['ma', '٠٠١٥٢٤٠٠٠٠٠٠٠٨١', '001524000000081'],
    ['ma', '00152400000008', null],
    ['ma', 'RC 40404', null],
    ['ch', 'che-116.281.710 MWST', 'CHE-116.281.710'],
    ['ch', 'CHE116281710', 'CHE-116.281.710'],
    ['ch', 'CHE-116.281.711', null],
    ['ch', 'CHE-123.456.789', null],
    ['bf', '00012345 a', '00012345A'],
    ['bf', '000123456', null],
    ['fr', '732 829 320', '732829320'],
    ['fr', 'SIRET 732 829 320 00074', '73282932000074'],
    ['fr', '732 829 321', null],
    ['fr', '356 000 000 00048', '35600000000048'],
    ['fr', '35600000049837', '35600000049837'],
    ['fr', '3560000004983', null],
  ] as const)('in %s: %s', (profile, raw, expected) => {
    expect(readCompanyNumber(profile, raw)).toBe(expected);
  });

  it('is shown by an example that is accepted', () => {
    for (const profile of PROFILE_IDS) {
      expect(readCompanyNumber(profile, COMPANY_NUMBER_EXAMPLES[profile]), profile).not.toBeNull();
    }
  });

  it('refuses each single wrong digit of a UID and of a SIREN', () => {
    for (const [profile, valid] of [
      ['ch', '116281710'],
      ['fr', '732829320'],
    ] as const) {
      for (let place = 0; place < 9; place += 1) {
        const wrong = valid.slice(0, place) + ((Number(valid[place]) + 1) % 10) + valid.slice(place + 1);
        expect(readCompanyNumber(profile, profile === 'ch' ? `CHE${wrong}` : wrong)).toBeNull();
      }
    }
  });
});
