import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { now } from '../clock.server.ts';
import { openSealedText, sealText } from '../crypto.server.ts';
import { withActor } from '../db/client.server.ts';
import { readForm } from '../http/read-form.server.ts';
import { requireStaff, type StaffMember } from './staff-session.server.ts';

/** For how long somebody who proved to be herself is believed before dangerous actions. */
export const CONFIRMATION_MINUTES = 15;

/** For how long a form waits for its sender. */
const HELD_MINUTES = 15;

const Fields = z.record(z.string(), z.array(z.string()));

/** A form that was held back: where it was sent, and its fields by name. */
export interface HeldForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

function later(instant: Date, minutes: number): Date {
  return new Date(Temporal.Instant.from(instant.toISOString()).add({ minutes }).epochMilliseconds);
}

/** Keeps the fields of a form, sealed; null where there is nothing to keep, as with files. */
async function holdForm(request: Request, staff: Actor & { readonly id: string }): Promise<string | null> {
  const type = request.headers.get('content-type') ?? '';
  if (request.bodyUsed || !type.startsWith('application/x-www-form-urlencoded')) return null;
  const form = await readForm(request.clone());
  const fields = Object.fromEntries([...form.keys()].map(name => [name, form.getAll(name).map(String)]));
  const { pathname, search } = new URL(request.url);
  const id = randomUUID();
  const path = `${pathname}${search}`;
  await withActor(staff, async tx => {
    await tx.heldForm.deleteMany({ where: { userId: staff.id, expiresAt: { lt: now() } } });
    await tx.heldForm.create({
      data: {
        id,
        userId: staff.id,
        path,
        sealed: sealText(JSON.stringify(fields)),
        expiresAt: later(now(), HELD_MINUTES),
      },
    });
  });
  return id;
}

/** Takes a held form of this person out, once; null when there is none or its time is over. */
export async function takeHeldForm(staff: StaffMember, id: string): Promise<HeldForm | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return withActor(staff, async tx => {
    const held = await tx.heldForm.findFirst({ where: { id, userId: staff.id, expiresAt: { gt: now() } } });
    if (held === null) return null;
    await tx.heldForm.deleteMany({ where: { id } });
    return { path: held.path, fields: Fields.parse(JSON.parse(openSealedText(held.sealed))) };
  });
}

/** The page that asks, and where it leads back to. */
async function confirmationAddress(request: Request, staff: StaffMember): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const query = new URLSearchParams({ next: `${pathname}${search}` });
  const held = request.method === 'POST' ? await holdForm(request, staff) : null;
  if (held !== null) query.set('form', held);
  return `/step-up?${query}`;
}

/**
 * Before a dangerous action: the person must have proved to be herself (by signing in, or on /step-up) at most
 * `minutes` ago. Call it in a loader, and in an action **before the form is read**: a form that was sent is kept,
 * sealed, and sent again once the person has confirmed.
 * @throws a redirect to the sign-in page or to /step-up
 */
export async function requireStepUp(request: Request, minutes = CONFIRMATION_MINUTES): Promise<StaffMember> {
  const staff = await requireStaff(request);
  if (staff.confirmedAgo <= minutes * 60) return staff;
  throw redirect(await confirmationAddress(request, staff));
}
