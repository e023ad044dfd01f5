import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSensitive, maskSensitive, type SensitiveKind } from './sensitive-text.ts';

const SENSITIVE: readonly (readonly [text: string, kind: SensitiveKind, hidden: string])[] = [
  ['Ma carte 4111 1111 1111 1111 a été débitée.', 'card', '4111 1111 1111 1111'],
  ['carte:5555555555554444', 'card', '5555555555554444'],
  ['Amex 3782-822463-10005', 'card', '3782-822463-10005'],
  ['بطاقتي ٤١١١١١١١١١١١١١١١ لم تعمل', 'card', '٤١١١١١١١١١١١١١١١'],
  ['mot de passe : soleil77', 'password', 'soleil77'],
  ['mon mot de passe est Soleil77', 'password', 'Soleil77'],
  ['MDP=azerty', 'password', 'azerty'],
  ['Mein Passwort: sonne', 'password', 'sonne'],
  ['my password is hunter2!', 'password', 'hunter2!'],
  ['le code secret 1234 ne marche pas', 'password', '1234'],
  ['mon code PIN est 0000', 'password', '0000'],
  ['PUK 12345678', 'password', '12345678'],
  ['code de validation : 482913', 'password', '482913'],
  ['كلمة السر: warda12', 'password', 'warda12'],
  ['الرمز السري هو ١٢٣٤', 'password', '١٢٣٤'],
  ['الرمز السري 4821', 'password', '4821'],
  ['Ma CIN AB123456', 'identity', 'AB123456'],
  ['CIN n° K 12345', 'identity', 'K 12345'],
  ['بطاقة التعريف AB123456', 'identity', 'AB123456'],
  ['ma carte nationale BE654321', 'identity', 'BE654321'],
  ['CNIB B12345678', 'identity', 'B12345678'],
  ['AHV-Nummer 756.9217.0769.85', 'identity', '756.9217.0769.85'],
  ['sécu 1 84 12 76 451 089 46', 'identity', '1 84 12 76 451 089 46'],
];

const HARMLESS: readonly string[] = [
  'Appelez-moi au 06 12 34 56 78 ou au +212 6 12 34 56 78.',
  'Rufen Sie 079 123 45 67 an, oder +41 79 123 45 67.',
  'Numéro +226 70 12 34 56, et le 05 22 33 44 55.',
  'J’ai appelé le 3030 à 17:30 puis le 121 le 09/07/2024 à 13:45.',
  'Référence de la réclamation MA-2026-7K3F-9QXM-T.',
  'Transaction PP240709.1345.C84213 de 1 050 F CFA.',
  'ID de transaction MP240709134512345',
  'Transaction 20240709134501234567',
  'Dossier AB123456 ouvert le 3 mars.',
  'Facture FA12345 du 01.02.2026, montant 2 000,00 MAD.',
  'Carte SIM 8921 2010 0000 1234 5678.',
  'IMEI 356938035643809.',
  'IBAN CH93 0076 2011 6238 5295 7.',
  'Compte client 4000123456789010 ouvert en mars.',
  'Mot de passe oublié, impossible de le changer.',
  'Mon mot de passe est bloqué depuis hier.',
  'My password is wrong, says the app.',
  'On m’a demandé mon code secret, j’ai refusé.',
  'La pince et le pinceau : rien à voir.',
  'نسيت كلمة السر ولم أستطع الدخول',
  'الرمز السري لا يعمل',
  'Tous les codes postaux : 10000, 20000, 75001.',
];

describe('a text with what others should not read', () => {
  it.each(SENSITIVE)('finds in "%s" a %s', (text, kind, hidden) => {
    expect(findSensitive(text).map(part => [part.kind, text.slice(part.start, part.end)])).toEqual([
      [kind, hidden],
    ]);
    expect(maskSensitive(text)).not.toContain(hidden);
    expect(maskSensitive(text)).toHaveLength(text.length);
  });

  it.each(HARMLESS)('leaves "%s" alone', text => {
    expect(findSensitive(text)).toEqual([]);
    expect(maskSensitive(text)).toBe(text);
  });

  it('finds several in one text', () => {
    const text = 'Carte 4111111111111111, code PIN 1234, CIN AB123456.';
    expect(findSensitive(text).map(({ kind }) => kind)).toEqual(['card', 'password', 'identity']);
    expect(maskSensitive(text)).toBe('Carte ••••••••••••••••, code PIN ••••, CIN ••••••••.');
  });

  it('takes no telephone number for a secret, however it is written', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const national = fc.array(digit, { minLength: 8, maxLength: 10 });
    fc.assert(
      fc.property(
        fc.constantFrom('+212 ', '+41', '+226 ', '0033', '0'),
        national,
        fc.constantFrom('', ' ', '.', '-'),
        (prefix, digits, separator) => {
          const number = `${prefix}${digits.join('').replace(/(..)(?=.)/g, `$1${separator}`)}`;
          const cards = findSensitive(`Mon numéro : ${number}.`).filter(({ kind }) => kind === 'card');
          // Thirteen digits that begin like a card's and pass its check are one in hundreds.
          return number.replace(/\D/g, '').length >= 13 || cards.length === 0;
        },
      ),
    );
  });

  it('masks once and for all, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        const masked = maskSensitive(text);
        return masked.length === text.length && maskSensitive(masked) === masked;
      }),
    );
  });

  it('reads a hostile text without delay', () => {
    const texts = [
      '4'.repeat(40_000),
      '4 '.repeat(20_000),
      'mot de passe '.repeat(3000),
      'CIN n° '.repeat(5000),
    ];
    // The processor's time: what else the machine does meanwhile is no fault of the search.
    const begin = process.cpuUsage();
    for (const text of texts) findSensitive(text);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
