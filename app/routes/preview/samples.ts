import type { Language } from '#app/domain/shared/language.ts';

/** Invented texts in the length and script that real ones have. */
interface Samples {
  readonly name: string;
  readonly hint: string;
  readonly question: string;
  readonly story: string;
  readonly yes: string;
  readonly no: string;
  readonly operators: readonly string[];
  readonly months: readonly string[];
  readonly answered: string;
  readonly filed: string;
  readonly operator: string;
  readonly left: string;
  readonly date: string;
  readonly reason: string;
}

export const SAMPLES: Readonly<Record<Language, Samples>> = {
  fr: {
    name: 'Nom et prénom',
    hint: 'Comme sur votre facture.',
    question: 'Le réseau est-il encore coupé ?',
    story: 'Réseau mobile coupé depuis jeudi 15 h ; second téléphone acheté à 17 h pour joindre mes clients.',
    yes: 'Oui',
    no: 'Non, depuis une date connue',
    operators: ['Opérateur Atlas', 'Réseau Bleu Entreprises et collectivités', 'Mobile Sud'],
    months: [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ],
    answered: 'Répondues',
    filed: 'Déposées',
    operator: 'Opérateur',
    left: '3 jours ouvrables restants',
    date: 'jeudi 3 décembre 2026',
    reason: 'Quinze jours ouvrables depuis la remise à l’opérateur (règle 2026-1, art. 4).',
  },
  ar: {
    name: 'الاسم الكامل',
    hint: 'كما ورد في فاتورتكم.',
    question: 'هل ما زالت الشبكة مقطوعة؟',
    story: 'انقطعت الشبكة منذ يوم الخميس على الساعة 15:00، واشتريت هاتفًا ثانيًا لأتواصل مع زبنائي.',
    yes: 'نعم',
    no: 'لا، منذ تاريخ معروف',
    operators: ['مشغل الأطلس', 'الشبكة الزرقاء للمقاولات والجماعات', 'موبايل الجنوب'],
    months: [
      'يناير',
      'فبراير',
      'مارس',
      'أبريل',
      'ماي',
      'يونيو',
      'يوليوز',
      'غشت',
      'شتنبر',
      'أكتوبر',
      'نونبر',
      'دجنبر',
    ],
    answered: 'المجاب عنها',
    filed: 'المقدَّمة',
    operator: 'المشغل',
    left: 'بقيت 3 أيام عمل',
    date: 'الخميس 3 دجنبر 2026',
    reason: 'خمسة عشر يوم عمل من تاريخ التسليم إلى المشغل (القاعدة 2026-1، المادة 4).',
  },
  de: {
    name: 'Vor- und Nachname',
    hint: 'Wie auf Ihrer Rechnung.',
    question: 'Ist das Netz noch unterbrochen?',
    story: 'Mobilnetz seit Donnerstag 15 Uhr unterbrochen; zweites Telefon gekauft, um Kunden zu erreichen.',
    yes: 'Ja',
    no: 'Nein, seit einem bekannten Zeitpunkt',
    operators: ['Alpenfunk', 'Blaunetz Geschäftskunden und Gemeinden', 'Südmobil'],
    months: ['Jan.', 'Febr.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    answered: 'Beantwortet',
    filed: 'Eingereicht',
    operator: 'Anbieter',
    left: 'noch 3 Arbeitstage',
    date: 'Donnerstag, 3. Dezember 2026',
    reason: 'Fünfzehn Arbeitstage ab Zustellung an den Anbieter (Regel 2026-1, Art. 4).',
  },
  en: {
    name: 'Full name',
    hint: 'As on your bill.',
    question: 'Is the network still down?',
    story: 'Mobile network down since Thursday 15:00; bought a second phone at 17:00 to reach my customers.',
    yes: 'Yes',
    no: 'No, since a known time',
    operators: ['Atlas Operator', 'Blue Network Business and Municipalities', 'Mobile South'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    answered: 'Answered',
    filed: 'Filed',
    operator: 'Operator',
    left: '3 working days left',
    date: 'Thursday, 3 December 2026',
    reason: 'Fifteen working days from delivery to the operator (rule 2026-1, art. 4).',
  },
};
