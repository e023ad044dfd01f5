import { z } from 'zod';
import { CODE_LENGTH, type SupportState } from '#app/domain/collective/support.ts';
import { SUPPORT_CHANNELS } from '#app/domain/collective/supporter-identity.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import {
  amountIn,
  flag,
  line,
  oneOf,
  optional,
  paragraphs,
  phoneIn,
} from '../complaints/complaint.schema.ts';

export const LOSS_TEXT_LENGTH = 500;

function addressShape(profile: Profile) {
  return {
    channel: oneOf(SUPPORT_CHANNELS),
    email: optional(line(254).pipe(z.email('invalid-email'))),
    phone: optional(phoneIn(profile)),
  };
}

function lossShape(profile: Profile) {
  return { loss: optional(amountIn(profile.currency)), lossText: optional(paragraphs(LOSS_TEXT_LENGTH)) };
}

interface Addressed {
  readonly channel?: (typeof SUPPORT_CHANNELS)[number];
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** The chosen way needs its address; the other field doesn't count. */
function requireAddress(values: Addressed, ctx: z.RefinementCtx): void {
  const field = values.channel === 'sms' ? 'phone' : 'email';
  if (values[field] === undefined) ctx.addIssue({ code: 'custom', path: [field], message: 'required' });
}

/** Where a code is sent. */
export interface SupporterAddress {
  readonly channel: (typeof SUPPORT_CHANNELS)[number];
  readonly address: string;
}

function addressOf({ channel = 'mail', email = '', phone = '' }: Addressed): SupporterAddress {
  return { channel, address: channel === 'mail' ? email : phone };
}

/** The address that the code does not go to, and the line where it is a telephone: hers, as she says. */
function otherAddresses(
  values: Addressed & { readonly lineNumber?: string | undefined },
  profile: Profile,
): readonly SupporterAddress[] {
  const { channel, email, phone, lineNumber } = values;
  const line = phoneIn(profile).safeParse(lineNumber);
  return [
    ...(channel === 'sms' && email !== undefined ? [{ channel: 'mail' as const, address: email }] : []),
    ...(channel === 'mail' && phone !== undefined ? [{ channel: 'sms' as const, address: phone }] : []),
    ...(line.success ? [{ channel: 'sms' as const, address: line.data }] : []),
  ];
}

/** The form by which somebody supports a complaint. */
export function supportSchema(profile: Profile) {
  return z
    .object({
      ...addressShape(profile),
      ...lossShape(profile),
      name: optional(line(160)),
      lineNumber: optional(line(60)),
      consent: flag.refine(ticked => ticked, 'required'),
    })
    .superRefine(requireAddress)
    .transform(values => ({
      ...addressOf(values),
      also: otherAddresses(values, profile),
      name: values.name ?? null,
      lineNumber: values.lineNumber ?? null,
      lossMinor: values.loss ?? null,
      lossText: values.lossText ?? null,
    }));
}

export type SupportForm = z.output<ReturnType<typeof supportSchema>>;

/** The form by which a supporter asks for a code to see her own entry. */
export function openingSchema(profile: Profile) {
  return z.object(addressShape(profile)).superRefine(requireAddress).transform(addressOf);
}

/** What a supporter may change of her own entry. */
export function ownEntrySchema(profile: Profile) {
  return z
    .object(lossShape(profile))
    .transform(({ loss, lossText }) => ({ lossMinor: loss ?? null, lossText: lossText ?? null }));
}

const DIGITS = new RegExp(`^\\d{${CODE_LENGTH}}$`);

/** A code as people type it: in any digits, with blanks or hyphens between. */
export const TypedCode = z.object({
  code: z
    .string({ error: 'required' })
    .transform(typed => latinDigits(typed).replaceAll(/[\s-]/g, ''))
    .pipe(z.string().min(1, 'required').regex(DIGITS, 'code-refused')),
});

/** A supporter's row as the use cases handle it. */
export interface StoredSupport {
  readonly id: string;
  readonly caseId: string;
  readonly state: SupportState;
  readonly lossMinor: number | null;
}
