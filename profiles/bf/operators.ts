import type { OperatorEntry } from '#app/domain/profile/profile.ts';

/** The register of Burkina Faso: the three mobile networks. */
export const BF_OPERATORS: readonly OperatorEntry[] = [
  {
    id: 'orange-bf',
    name: 'Orange Burkina Faso',
    brands: ['Orange', 'Max it', 'Orange Money'],
    alsoWritten: [
      'أورنج',
      'اورانج',
      'oranj',
      'orange money',
      'orange monney',
      'maxit',
      'max it',
      'airtel burkina',
      'zain',
    ],
    subscribers: 12_800_000,
    subscribersSource: 'Rounded from ARCEP’s market shares for 2023',
    services: ['mobile', 'internet', 'mobile-money', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@orange-bf.example',
  },
  {
    id: 'moov-bf',
    name: 'Moov Africa Burkina (Onatel)',
    brands: ['Moov Africa', 'Onatel', 'Moov Money'],
    alsoWritten: ['موف', 'موف أفريكا', 'mouv', 'mov', 'moove', 'onatell', 'telmob', 'moov money', 'fasonet'],
    subscribers: 11_100_000,
    subscribersSource: 'Rounded from ARCEP’s market shares for 2023',
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
    deskEmail: 'reclamations@moov-bf.example',
  },
  {
    id: 'telecel-bf',
    name: 'Telecel Faso',
    brands: ['Telecel', 'Telecel Money'],
    alsoWritten: ['تيليسيل', 'telecell', 'télécel', 'telsel'],
    subscribers: 3_900_000,
    subscribersSource: 'Rounded from ARCEP’s market shares for 2023',
    services: ['mobile', 'internet', 'mobile-money', 'interconnection'],
    deskEmail: 'reclamations@telecel-bf.example',
  },
];
