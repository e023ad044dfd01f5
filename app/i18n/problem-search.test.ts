import { describe, expect, it } from 'vitest';
import type { ProfileId } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS, type Category } from '#app/domain/taxonomy/taxonomy.ts';
import { profiles } from '#profiles/index.ts';
import { searchOperators, searchProblems } from './problem-search.ts';

const QUERIES: readonly (readonly [query: string, category: Category])[] = [
  // French, as people write it on a telephone.
  ['internet coupé', 'fixed-outage'],
  ['réseau mort', 'mobile-outage'],
  ['reseau mort', 'mobile-outage'],
  ['plus de réseau depuis ce matin', 'mobile-outage'],
  ['je ne peux plus appeler', 'mobile-outage'],
  ['recharge pas arrivée', 'prepaid-credit'],
  ['rechage pas arivée', 'prepaid-credit'],
  ['orange monney', 'prepaid-credit'],
  ['mon crédit a disparu', 'prepaid-credit'],
  ['facture trop chère', 'billing'],
  ['on m’a prélevé deux fois', 'billing'],
  ['factur gonflée', 'billing'],
  ['je veux resilier', 'contract'],
  ['technicien pas venu', 'contract'],
  ['garder mon numero', 'number-portability'],
  ['portabilité', 'number-portability'],
  ['ça rame', 'coverage-quality'],
  ['internet tres lent', 'coverage-quality'],
  ['zone blanche', 'coverage-quality'],
  ['facture après voyage', 'roaming'],
  ['roming', 'roaming'],
  ['personne ne répond au service client', 'customer-service'],
  ['arnaque', 'privacy-fraud'],
  ['puce bloquée', 'privacy-fraud'],
  ['boite mail ne marche pas', 'platform-outage'],
  ['télé écran noir', 'platform-outage'],
  ['personne nous a prévenu de la panne', 'outage-information'],
  ['le technicien ne vient pas', 'contract'],
  ['demarchage telephonique', 'privacy-fraud'],
  ['code puk', 'privacy-fraud'],
  ['handicapé en boutique', 'customer-service'],
  ['internet à l’étranger 500 euros', 'roaming'],
  // Arabic and Darija, in both scripts.
  ['تعبئة', 'prepaid-credit'],
  ['التعبئه لم تصل', 'prepaid-credit'],
  ['تَعْبِئَة', 'prepaid-credit'],
  ['اختفى رصيدي', 'prepaid-credit'],
  ['الروشارج ما وصلاش', 'prepaid-credit'],
  ['الانترنت مقطوع', 'fixed-outage'],
  ['الإنترنت مقطوع', 'fixed-outage'],
  ['الويفي مخدامش', 'fixed-outage'],
  ['لا توجد شبكة', 'mobile-outage'],
  ['ماكاينش الريزو', 'mobile-outage'],
  ['makaynch rizo', 'mobile-outage'],
  ['فاتورة غالية', 'billing'],
  ['الفاكتورة', 'billing'],
  ['فسخ العقد', 'contract'],
  ['الاحتفاظ بالرقم', 'number-portability'],
  ['النت بطيئ', 'coverage-quality'],
  ['شبكة ضعيفة', 'coverage-quality'],
  ['رومينغ', 'roaming'],
  ['لا أحد يرد على الهاتف', 'customer-service'],
  ['نصب واحتيال', 'privacy-fraud'],
  ['الإيميل لا يعمل', 'platform-outage'],
  ['ما كاين ريزو', 'mobile-outage'],
  ['لافيبر مقطوعة', 'fixed-outage'],
  ['ghali bzaf', 'billing'],
  ['rasid', 'prepaid-credit'],
  ['solde mcha', 'prepaid-credit'],
  ['connexion t9ila', 'coverage-quality'],
  ['الانترنت بطيئة', 'coverage-quality'],
  ['بغيت نبدل الشركة', 'number-portability'],
  ['الشريحة محروقة', 'privacy-fraud'],
  ['ماكيجاوبونيش', 'customer-service'],
  // German.
  ['kein Netz', 'mobile-outage'],
  ['Netzausfall', 'mobile-outage'],
  ['Internet geht nicht', 'fixed-outage'],
  ['WLAN tot', 'fixed-outage'],
  ['Guthaben nicht angekommen', 'prepaid-credit'],
  ['Rechnung zu hoch', 'billing'],
  ['Rechnugn falsch', 'billing'],
  ['kündigen', 'contract'],
  ['kuendigung abgelehnt', 'contract'],
  ['Nummer mitnehmen', 'number-portability'],
  ['Funkloch', 'coverage-quality'],
  ['Internet zu langsam', 'coverage-quality'],
  ['Rechnung nach Ferien im Ausland', 'roaming'],
  ['Hotline nicht erreichbar', 'customer-service'],
  ['Betrug am Telefon', 'privacy-fraud'],
  ['Fernsehen schwarzer Bildschirm', 'platform-outage'],
  // English.
  ['no signal', 'mobile-outage'],
  ['netwrok down', 'mobile-outage'],
  ['wifi not working', 'fixed-outage'],
  ['internt down', 'fixed-outage'],
  ['top up not received', 'prepaid-credit'],
  ['airtime gone', 'prepaid-credit'],
  ['charged twice', 'billing'],
  ['cancel my contract', 'contract'],
  ['switch provider keep number', 'number-portability'],
  ['slow internet', 'coverage-quality'],
  ['bill from abroad', 'roaming'],
  ['nobody answers the phone', 'customer-service'],
  ['spam calls', 'privacy-fraud'],
  ['sim swap', 'privacy-fraud'],
  ['email down', 'platform-outage'],
  ['nobody told us about the outage', 'outage-information'],
];

describe('the search over problems', () => {
  it.each(QUERIES)('finds for "%s" the category %s among the first three', (query, category) => {
    const found = searchProblems(query, CATEGORY_KEYS).map(hit => hit.category);
    expect(found.slice(0, 3)).toContain(category);
  });

  it('names the issue that fits best', () => {
    expect(searchProblems('recharge pas arrivée', CATEGORY_KEYS)[0]).toEqual({
      category: 'prepaid-credit',
      issue: 'prepaid-credit/paid-not-credited',
    });
  });

  it('offers only what the profile offers', () => {
    expect(searchProblems('roaming', ['billing']).map(({ category }) => category)).not.toContain('roaming');
  });

  it('finds nothing in what means nothing', () => {
    expect(searchProblems('xqzzvk', CATEGORY_KEYS)).toEqual([]);
    expect(searchProblems(' ', CATEGORY_KEYS)).toEqual([]);
    expect(searchProblems('de la', CATEGORY_KEYS)).toEqual([]);
  });

  it('reads a pasted page without delay', () => {
    expect(searchProblems('panne '.repeat(20_000), CATEGORY_KEYS).length).toBeGreaterThan(0);
  });
});

const NAMES: readonly (readonly [query: string, profile: ProfileId, operator: string])[] = [
  ['inwi', 'ma', 'inwi'],
  ['wana', 'ma', 'inwi'],
  ['إنوي', 'ma', 'inwi'],
  ['انوي', 'ma', 'inwi'],
  ['inoui', 'ma', 'inwi'],
  ['maroc telecome', 'ma', 'maroc-telecom'],
  ['اتصالات المغرب', 'ma', 'maroc-telecom'],
  ['IAM', 'ma', 'maroc-telecom'],
  ['oranje', 'ma', 'orange-maroc'],
  ['meditel', 'ma', 'orange-maroc'],
  ['أورانج', 'ma', 'orange-maroc'],
  ['swiscom', 'ch', 'swisscom'],
  ['sunrize', 'ch', 'sunrise'],
  ['yalo', 'ch', 'sunrise'],
  ['wingo', 'ch', 'swisscom'],
  ['orange monney', 'bf', 'orange-bf'],
  ['max it', 'bf', 'orange-bf'],
  ['onatell', 'bf', 'moov-bf'],
  ['moov', 'bf', 'moov-bf'],
  ['telecell', 'bf', 'telecel-bf'],
  ['bouyges', 'fr', 'bouygues-telecom'],
  ['sosh', 'fr', 'orange'],
  ['s f r', 'fr', 'sfr'],
  ['freebox', 'fr', 'free'],
  ['livebox', 'fr', 'orange'],
  ['fasonet', 'bf', 'moov-bf'],
];

describe('the search over operators', () => {
  it.each(NAMES)('finds for "%s" in %s the operator %s first', (query, profile, operator) => {
    expect(searchOperators(query, profiles[profile].operators)[0]).toBe(operator);
  });

  it('finds the operator within a sentence', () => {
    expect(searchOperators('ma recharge inwi est perdue', profiles.ma.operators)).toEqual(['inwi']);
  });

  it('names none where none is named', () => {
    expect(searchOperators('internet coupé', profiles.ma.operators)).toEqual([]);
    expect(searchOperators('mon mobile', profiles.fr.operators)).toEqual([]);
  });
});
