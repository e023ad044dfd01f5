import type { OperatorEntry } from '#app/domain/profile/profile.ts';

/** The register of France: the four national networks. */
export const FR_OPERATORS: readonly OperatorEntry[] = [
  {
    id: 'orange',
    name: 'Orange',
    brands: ['Orange', 'Sosh'],
    subscribers: 35_000_000,
    subscribersSource: 'Mobile and fixed broadband lines, rounded from published results for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@orange.example',
  },
  {
    id: 'sfr',
    name: 'SFR',
    brands: ['SFR', 'RED by SFR'],
    subscribers: 25_500_000,
    subscribersSource: 'Mobile and fixed broadband lines, rounded from published results for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@sfr.example',
  },
  {
    id: 'bouygues-telecom',
    name: 'Bouygues Telecom',
    brands: ['Bouygues Telecom', 'B&You'],
    subscribers: 23_500_000,
    subscribersSource: 'Mobile and fixed broadband lines, rounded from published results for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@bouygues-telecom.example',
  },
  {
    id: 'free',
    name: 'Free',
    brands: ['Free', 'Free Mobile', 'Free Pro'],
    subscribers: 22_900_000,
    subscribersSource: 'Mobile and fixed broadband lines, rounded from published results for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'reclamations@free.example',
  },
];
