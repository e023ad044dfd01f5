import type { OperatorEntry } from '#app/domain/profile/profile.ts';

/** The register of Switzerland: the networks and the largest regional provider. */
export const CH_OPERATORS: readonly OperatorEntry[] = [
  {
    id: 'swisscom',
    name: 'Swisscom',
    brands: ['Swisscom', 'Wingo', 'M-Budget Mobile', 'Coop Mobile'],
    alsoWritten: ['سويسكوم', 'swiscom', 'swisskom', 'suisscom', 'bluewin', 'natel'],
    subscribers: 10_600_000,
    subscribersSource: 'Mobile, broadband and fixed voice lines, rounded from the annual report for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'desk@swisscom.example',
  },
  {
    id: 'sunrise',
    name: 'Sunrise',
    brands: ['Sunrise', 'yallo', 'Lebara', 'Swype'],
    alsoWritten: ['صنرايز', 'sunrice', 'sun rise', 'upc', 'cablecom'],
    subscribers: 4_400_000,
    subscribersSource: 'Mobile and broadband lines, rounded from the annual report for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'leased-line', 'interconnection'],
    deskEmail: 'desk@sunrise.example',
  },
  {
    id: 'salt',
    name: 'Salt',
    brands: ['Salt', 'GoMo', 'Lidl Connect'],
    alsoWritten: ['سالت', 'solt', 'orange schweiz', 'orange suisse'],
    subscribers: 2_400_000,
    subscribersSource: 'Mobile and home lines, rounded from published results for 2024',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'interconnection'],
    deskEmail: 'desk@salt.example',
  },
  {
    id: 'quickline',
    name: 'Quickline',
    brands: ['Quickline'],
    alsoWritten: ['كويكلاين', 'quicklein', 'quick line'],
    subscribers: 400_000,
    subscribersSource: 'Rounded estimate from the group’s own statements',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting'],
    deskEmail: 'desk@quickline.example',
  },
];
