import { decimalText, roundToCash } from '#app/domain/shared/money.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Random } from './random.ts';

/** A month of an ordinary subscription, in minor units. */
const MONTHLY: Readonly<Record<string, number>> = { MAD: 19_900, CHF: 6_500, XOF: 6_000, EUR: 3_490 };
/** Steps in which prices go. */
const STEPS: Readonly<Record<string, number>> = { MAD: 500, CHF: 5, XOF: 50, EUR: 10 };

/** An amount in minor units around `months` of a subscription. */
export function amountAround(random: Random, months: number): number {
  const { currency } = activeProfile();
  const step = STEPS[currency] ?? 1;
  const raw = (MONTHLY[currency] ?? 3_000) * months * (0.6 + random.next() * 0.8);
  const amountMinor = Math.max(step, Math.round(raw / step) * step);
  return roundToCash({ amountMinor, currency }).amountMinor;
}

/** An amount as people write it in a form. */
export function amountText(amountMinor: number): string {
  return decimalText({ amountMinor, currency: activeProfile().currency });
}
