/** The two ways in which a supporter proves who she is. */
export const SUPPORT_CHANNELS = ['mail', 'sms'] as const;
export type SupportChannel = (typeof SUPPORT_CHANNELS)[number];

/** What a provider does to the part before the @: addresses that differ in this only reach one mailbox. */
interface MailboxRule {
  /** The domain under which all of a provider's domains are counted, where one mailbox answers to each. */
  readonly domain: string;
  /** Characters that the provider overlooks. */
  readonly ignored?: RegExp;
  /** What begins the part that a holder may add at will. */
  readonly suffix: '+' | '-';
}

const GMAIL: MailboxRule = { domain: 'gmail.com', ignored: /\./g, suffix: '+' };
const ICLOUD: MailboxRule = { domain: 'icloud.com', suffix: '+' };
const PROTON: MailboxRule = { domain: 'proton.me', ignored: /[._-]/g, suffix: '+' };

/** Providers whose own documentation says so; every other address counts as it is written, in lower case. */
const MAILBOX_RULES: Readonly<Record<string, MailboxRule>> = {
  'gmail.com': GMAIL,
  'googlemail.com': GMAIL,
  'icloud.com': ICLOUD,
  'me.com': ICLOUD,
  'mac.com': ICLOUD,
  'proton.me': PROTON,
  'protonmail.com': PROTON,
  'pm.me': PROTON,
  'fastmail.com': { domain: 'fastmail.com', suffix: '+' },
  'outlook.com': { domain: 'outlook.com', suffix: '+' },
  'outlook.fr': { domain: 'outlook.fr', suffix: '+' },
  'hotmail.com': { domain: 'hotmail.com', suffix: '+' },
  'hotmail.fr': { domain: 'hotmail.fr', suffix: '+' },
  'live.com': { domain: 'live.com', suffix: '+' },
  'live.fr': { domain: 'live.fr', suffix: '+' },
  'yahoo.com': { domain: 'yahoo.com', suffix: '-' },
  'yahoo.fr': { domain: 'yahoo.fr', suffix: '-' },
};

/**
 * One spelling for all the addresses that reach the same mailbox: lower case, and for the big providers without the
 * dots and additions that they overlook. Only for counting; mail goes to the address as it was typed.
 */
export function canonicalEmail(email: string): string {
  const lower = email.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const [local, domain] = [lower.slice(0, at), lower.slice(at + 1)];
  const rule = MAILBOX_RULES[domain];
  if (rule === undefined) return lower;
  const [base = local] = local.split(rule.suffix);
  const plain = rule.ignored === undefined ? base : base.replaceAll(rule.ignored, '');
  return `${plain === '' ? local : plain}@${rule.domain}`;
}

/** What stands for one person: a mailbox, or a telephone number in its E.164 form. */
export function identityOf(channel: SupportChannel, address: string): string {
  return channel === 'mail' ? `mail:${canonicalEmail(address)}` : `phone:${address}`;
}

/** The part of a network address that one household or one hall of computers shares: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped.split('.').slice(0, 3).join('.');
  return address.includes(':') ? address.split(':').slice(0, 3).join(':') : address;
}
