import { z } from 'zod';
import { DESK_ROLES, type DeskRole } from '#app/domain/access/desk-roles.ts';
import { readDomain } from '#app/domain/access/single-sign-on.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { openSealedText, sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { isUniqueViolation } from '#app/platform/db/unique-violation.server.ts';
import { logStaffChangeIn } from '../staff/log-staff-change.server.ts';
import { callbackAddress, configurationOf } from './provider.server.ts';
import { roleMapOf, type SignInSettingsForm, signInSettingsForm } from './sign-in-settings.schema.ts';

/** A mail domain of an operator. */
export interface MailDomain {
  readonly operatorId: string;
  readonly domain: string;
  readonly approved: boolean;
}

/** An operator's settings as its administrators see them: never the secret. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly roleClaim: string;
  readonly agents: string;
  readonly approvers: string;
  readonly administrators: string;
  readonly admission: string;
  readonly required: boolean;
  readonly enabled: boolean;
  readonly domains: readonly MailDomain[];
  readonly callback: string;
}

const RoleMap = z.record(z.string(), z.enum(DESK_ROLES)).catch({});

function valuesOf(map: unknown, wished: DeskRole): string {
  return Object.entries(RoleMap.parse(map))
    .filter(([, role]) => role === wished)
    .map(([value]) => value)
    .join(', ');
}

/** Mail domains that the actor may see: an operator's own, or all. */
export async function listDomains(actor: Actor): Promise<readonly MailDomain[]> {
  const rows = await withActor(actor, tx =>
    tx.operatorDomain.findMany({ orderBy: [{ operatorId: 'asc' }, { domain: 'asc' }] }),
  );
  return rows.map(({ operatorId, domain, approvedAt }) => ({
    operatorId,
    domain,
    approved: approvedAt !== null,
  }));
}

/** The settings of the actor's own operator. */
export async function readSignInSettings(actor: Actor & { organisation: string }): Promise<SignInSettings> {
  const row = await withActor(actor, tx =>
    tx.operatorSignIn.findUnique({ where: { operatorId: actor.organisation } }),
  );
  return {
    issuer: row?.issuer ?? '',
    clientId: row?.clientId ?? '',
    hasSecret: row !== null,
    roleClaim: row?.roleClaim ?? '',
    agents: valuesOf(row?.roleMap, 'agent'),
    approvers: valuesOf(row?.roleMap, 'approver'),
    administrators: valuesOf(row?.roleMap, 'administrator'),
    admission: row?.admission ?? 'invited',
    required: row?.required ?? false,
    enabled: row?.enabled ?? false,
    domains: await listDomains(actor),
    callback: callbackAddress(),
  };
}

/** A provider that does not answer would keep everybody out who has to use it. */
async function requireAnswering(form: SignInSettingsForm, clientSecret: string): Promise<void> {
  try {
    await configurationOf({ issuer: form.issuer, clientId: form.clientId, clientSecret });
  } catch (cause) {
    throw new AppError('invalid-input', { fields: { issuer: { code: 'no-provider-there' } }, cause });
  }
}

/**
 * Saves how an operator's people sign in; switched on only if the provider answers under its address.
 * @throws AppError `invalid-input` with the fields
 */
export async function saveSignInSettings(
  actor: Actor & { organisation: string },
  given: unknown,
  now: Date,
): Promise<void> {
  const read = signInSettingsForm.safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { issuer, clientId, roleClaim, admission, required, enabled } = read.data;
  const operatorId = actor.organisation;
  const stored = await withActor(actor, tx => tx.operatorSignIn.findUnique({ where: { operatorId } }));
  const secret = read.data.clientSecret || (stored === null ? '' : openSealedText(stored.clientSecret));
  if (secret === '') throw new AppError('invalid-input', { fields: { clientSecret: { code: 'required' } } });
  if (enabled) await requireAnswering(read.data, secret);
  const row = { issuer, clientId, roleClaim, admission, required, enabled };
  const all = { ...row, clientSecret: sealText(secret), roleMap: roleMapOf(read.data), updatedAt: now };
  await withActor(actor, async tx => {
    await tx.operatorSignIn.upsert({ where: { operatorId }, create: { operatorId, ...all }, update: all });
    const detail = { issuer, admission, state: enabled ? (required ? 'required' : 'on') : 'off' };
    await logStaffChangeIn(tx, actor, {
      action: 'sign-in-settings-changed',
      subject: { name: issuer },
      detail,
    });
  });
}

/** Asks the regulator for a mail domain. @throws AppError `invalid-input` on `domain` */
export async function requestDomain(
  actor: Actor & { organisation: string },
  given: unknown,
  now: Date,
): Promise<void> {
  const domain = readDomain(String(given ?? ''));
  if (domain === null) throw new AppError('invalid-input', { fields: { domain: { code: 'invalid' } } });
  const operatorId = actor.organisation;
  await withActor(actor, async tx => {
    const row = { operatorId, domain, requestedAt: now };
    const { count } = await tx.operatorDomain.createMany({ data: row, skipDuplicates: true });
    if (count > 0)
      await logStaffChangeIn(tx, actor, { action: 'domain-requested', subject: { name: domain } });
  });
}

/** Takes a domain away, whether it was approved or not: by its operator or by the regulator. */
export async function removeDomain(actor: Actor, operatorId: string, domain: string): Promise<void> {
  await withActor(actor, async tx => {
    const { count } = await tx.operatorDomain.deleteMany({ where: { operatorId, domain } });
    if (count === 0) return;
    await logStaffChangeIn(tx, actor, { action: 'domain-removed', subject: { name: domain }, operatorId });
  });
}

/**
 * The regulator's administrator agrees that an operator's provider vouches for a domain.
 * @throws AppError `invalid-input` on `domain` when another operator has it
 */
export async function approveDomain(
  actor: Actor,
  wish: Omit<MailDomain, 'approved'>,
  now: Date,
): Promise<void> {
  const { operatorId, domain } = wish;
  try {
    await withActor(actor, async tx => {
      const where = { operatorId, domain, approvedAt: null };
      const { count } = await tx.operatorDomain.updateMany({ where, data: { approvedAt: now } });
      if (count === 0) return;
      await logStaffChangeIn(tx, actor, { action: 'domain-approved', subject: { name: domain }, operatorId });
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'operator_domain_approved')) throw error;
    throw new AppError('invalid-input', { fields: { domain: { code: 'domain-taken' } }, cause: error });
  }
}
