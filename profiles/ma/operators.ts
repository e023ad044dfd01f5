import type { OperatorEntry } from '#app/domain/profile/profile.ts';

/** The register of Morocco: the three licensed networks, and one historic operator of a dispute. */
export const MA_OPERATORS: readonly OperatorEntry[] = [
  {
    id: 'maroc-telecom',
    name: 'Maroc Telecom',
    brands: ['Maroc Telecom', 'Jawal'],
    subscribers: 20_300_000,
    subscribersSource: 'Mobile and fixed lines, rounded from the operator’s annual figures for 2024',
    services: [
      'mobile',
      'fixed',
      'internet',
      'tv',
      'email-hosting',
      'mobile-money',
      'leased-line',
      'interconnection',
    ],
    deskEmail: 'reclamations@maroc-telecom.example',
  },
  {
    id: 'orange-maroc',
    name: 'Orange Maroc',
    brands: ['Orange', 'Yoxo'],
    subscribers: 19_900_000,
    subscribersSource: 'Rounded from ANRT’s market shares at the end of 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'mobile-money', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@orange-maroc.example',
  },
  {
    id: 'inwi',
    name: 'inwi (Wana Corporate)',
    brands: ['inwi', 'Wana', 'Bayn', 'win'],
    subscribers: 19_100_000,
    subscribersSource: 'Rounded from ANRT’s market shares at the end of 2024',
    services: [
      'mobile',
      'fixed',
      'internet',
      'email-hosting',
      'mobile-money',
      'leased-line',
      'interconnection',
    ],
    deskEmail: 'reclamations@inwi.example',
  },
  {
    id: 'kleema',
    name: 'Kleema',
    brands: ['Kleema'],
    subscribers: 50_000,
    subscribersSource: 'Press reports of 2009; the operator no longer trades',
    services: ['fixed', 'interconnection'],
    deskEmail: 'reclamations@kleema.example',
  },
];
