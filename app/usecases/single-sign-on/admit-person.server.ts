import { randomUUID } from 'node:crypto';
import type { IDToken } from 'openid-client';
import { type DeskRole, deskRoleOf } from '#app/domain/access/desk-roles.ts';
import { judgeEmail, mappedDeskRole } from '#app/domain/access/single-sign-on.ts';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { User } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../profile.server.ts';
import { createInvited } from '../staff/accept-link.server.ts';
import { findInvitation, spendLink } from '../staff/access-links.server.ts';
import { logStaffChangeIn } from '../staff/log-staff-change.server.ts';
import { isLastAdministrator } from '../staff/manage-person.server.ts';
import type { Provider } from './provider.server.ts';
import { SignOnRefused } from './refusal.server.ts';

/** A person whom her organisation's provider has vouched for. */
export interface Admitted {
  readonly id: string;
  readonly email: string;
}

interface Vouched {
  readonly provider: Provider;
  readonly claims: IDToken;
  readonly email: string;
  readonly now: Date;
}

function keysOf({ provider, claims }: Vouched) {
  return { providerId: `sso:${provider.operatorId}`, accountId: `${provider.issuer}#${claims.sub}` };
}

function nameIn({ claims, email }: Vouched): string {
  const cleaned = typeof claims.name === 'string' ? cleanLine(claims.name) : null;
  return cleaned?.ok === true && cleaned.text !== '' ? cleaned.text.slice(0, 120) : email;
}

/** Who has the address already must be one of this operator's people: a provider vouches for nobody else. */
function requireOwn(user: User, provider: Provider): void {
  if (user.role !== 'liaison' || user.operatorId !== provider.operatorId)
    throw new SignOnRefused('other-organisation');
  if (user.suspendedAt !== null) throw new SignOnRefused('suspended');
}

async function createFromDomain(tx: Tx, vouched: Vouched): Promise<string> {
  const { provider, claims, email } = vouched;
  if (provider.admission !== 'domain') throw new SignOnRefused('not-invited');
  const name = nameIn(vouched);
  const id = randomUUID();
  const { operatorId } = provider;
  const deskRole = mappedDeskRole(claims[provider.roleClaim], provider.roleMap) ?? 'agent';
  const language = activeProfile().defaultLanguage;
  await tx.user.create({
    data: { id, name, email, emailVerified: true, role: 'liaison', operatorId, deskRole, language },
  });
  const actor: Actor = { role: 'liaison', id, name, organisation: operatorId };
  await logStaffChangeIn(tx, actor, {
    action: 'joined',
    subject: { id, name },
    operatorId,
    detail: { email },
  });
  return id;
}

async function create(tx: Tx, vouched: Vouched): Promise<string> {
  const { provider, email, now } = vouched;
  const invitation = await findInvitation(email, provider.operatorId, now);
  if (invitation === null) return createFromDomain(tx, vouched);
  await spendLink(tx, invitation.id, now);
  return createInvited(tx, invitation);
}

/** The provider's groups decide the desk role where the operator wants it so; the last administrator stays one. */
async function followRole(tx: Tx, user: User, { provider, claims }: Vouched): Promise<void> {
  const wished: DeskRole | null =
    provider.roleClaim === '' ? null : mappedDeskRole(claims[provider.roleClaim], provider.roleMap);
  const before = deskRoleOf(user.deskRole);
  if (wished === null || wished === before) return;
  if (before === 'administrator' && (await isLastAdministrator(tx, user))) return;
  await tx.user.update({ where: { id: user.id }, data: { deskRole: wished } });
  const actor: Actor = { ...SYSTEM, name: new URL(provider.issuer).host };
  const { operatorId } = provider;
  const detail = { before, after: wished };
  await logStaffChangeIn(tx, actor, { action: 'role-changed', subject: user, operatorId, detail });
}

async function findOrCreate(tx: Tx, vouched: Vouched): Promise<string> {
  const keys = keysOf(vouched);
  const link = await tx.account.findFirst({ where: keys, include: { user: true } });
  const user = link?.user ?? (await tx.user.findUnique({ where: { email: vouched.email } }));
  if (user !== null) {
    requireOwn(user, vouched.provider);
    await followRole(tx, user, vouched);
  }
  const userId = user?.id ?? (await create(tx, vouched));
  if (link === null) await tx.account.create({ data: { id: randomUUID(), ...keys, userId } });
  return userId;
}

/**
 * The account of who was vouched for: the one that she has, the one that she was invited to, or a new one where the
 * operator lets everybody of its domains in.
 * @throws SignOnRefused
 */
export async function admitPerson(provider: Provider, claims: IDToken, now: Date): Promise<Admitted> {
  const verdict = judgeEmail(
    { email: claims.email, email_verified: claims.email_verified },
    provider.domains,
  );
  if (!verdict.ok) throw new SignOnRefused(verdict.reason);
  const { email } = verdict;
  const id = await withActor(SYSTEM, tx => findOrCreate(tx, { provider, claims, email, now }));
  return { id, email };
}
