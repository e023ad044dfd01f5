import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Activated } from './clock-moves.ts';
import { refreshVersions } from './refresh-versions.server.ts';
import { lockPublications, publishedCalendars, requireAdministrator } from './version-store.server.ts';

interface Withdrawal {
  readonly actor: Actor;
  readonly kind: Activated['kind'];
  readonly id: string;
  /** ISO instant. */
  readonly now: string;
}

/** A calendar on which a later one was built stays: the later one holds its days. */
async function refuseBuiltUpon(tx: Tx, { kind, id }: Withdrawal): Promise<void> {
  if (kind === 'calendar' && (await publishedCalendars(tx)).at(-1)?.version !== id) {
    throw new AppError('version-not-open');
  }
}

async function withdrawIn(tx: Tx, withdrawal: Withdrawal): Promise<void> {
  const { actor, kind, id, now } = withdrawal;
  const { name } = requireAdministrator(actor);
  const change = {
    where: { id, state: 'published', activatesAt: { gt: now } },
    data: { state: 'withdrawn', withdrawnAt: now, withdrawnByName: name },
  };
  await refuseBuiltUpon(tx, withdrawal);
  const { count } =
    kind === 'rule' ? await tx.ruleVersion.updateMany(change) : await tx.calendarVersion.updateMany(change);
  if (count === 0) throw new AppError('version-not-open');
  await tx.versionRun.updateMany({ where: { versionId: id }, data: { finishedAt: now } });
}

/**
 * Takes back a version that was published for later.
 * @throws AppError `forbidden`; `version-not-open` once it is in force, or when a later calendar builds on it
 */
export async function withdrawVersion(withdrawal: Withdrawal): Promise<void> {
  requireAdministrator(withdrawal.actor);
  await withActor(withdrawal.actor, async tx => {
    await lockPublications(tx);
    await withdrawIn(tx, withdrawal);
  });
  await refreshVersions();
}

/** Throws a draft away. @throws AppError `forbidden`, `not-found` when it is none (any more) */
export async function discardDraft({ actor, kind, id }: Omit<Withdrawal, 'now'>): Promise<void> {
  requireAdministrator(actor);
  const where = { id, state: 'draft' };
  const { count } = await withActor(actor, tx =>
    kind === 'rule' ? tx.ruleVersion.deleteMany({ where }) : tx.calendarVersion.deleteMany({ where }),
  );
  if (count === 0) throw new AppError('not-found');
}
