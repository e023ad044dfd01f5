import type { Actor, CaseState } from '#app/domain/case/states.ts';
import { publishedLoss, takesSupport } from '#app/domain/collective/support.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Money } from '#app/domain/shared/money.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { CollectivePage } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { pageAddress } from './find-page.server.ts';
import { type TallyDay, talliesOf } from './tallies.server.ts';

/** Everybody who reads without having proved anything. */
const PUBLIC: Actor = { role: 'public', id: null, name: null, organisation: null };

/** A public page as everybody reads it. */
export interface PublicPage {
  readonly slug: string;
  readonly reference: string;
  readonly operator: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly category: string;
  readonly startedAt: string | null;
  readonly filedAt: string;
  readonly state: CaseState;
  readonly open: boolean;
  readonly supporters: number;
}

export interface PublicPageWithSums extends PublicPage {
  readonly days: readonly Pick<TallyDay, 'day' | 'joined' | 'withdrawn'>[];
  /** Null while too few stated one. */
  readonly loss: { readonly amount: Money; readonly stated: number } | null;
}

type Row = CollectivePage & { readonly operator: { readonly name: string } };

function publicPage(row: Row, supporters: number): PublicPage {
  const { slug, reference, language, title, body, category } = row;
  const state = row.caseState as CaseState;
  const supportClosedAt = row.supportClosedAt?.toISOString() ?? null;
  return {
    ...{ slug, reference, language, title, body, category, state, supporters },
    operator: row.operator.name,
    startedAt: row.startedAt?.toISOString() ?? null,
    filedAt: row.filedAt.toISOString(),
    open: takesSupport({ caseState: state, supportClosedAt }),
  };
}

function lossOf(days: readonly TallyDay[]): PublicPageWithSums['loss'] {
  const stated = days.reduce((sum, day) => sum + day.stated, 0);
  const lossMinor = days.reduce((sum, day) => sum + day.lossMinor, 0);
  const published = publishedLoss({ stated, lossMinor });
  const { currency } = activeProfile();
  return published === null ? null : { amount: { amountMinor: published, currency }, stated };
}

/**
 * A collective complaint's public page by its slug or reference, with the sums of its supporters.
 * @throws AppError not-found
 */
export function readPublicPage(address: string): Promise<PublicPageWithSums> {
  return withActor(PUBLIC, async tx => {
    const row = await tx.collectivePage.findFirst({
      where: pageAddress(address.slice(0, 120)),
      include: { operator: { select: { name: true } } },
    });
    if (row === null) throw new AppError('not-found');
    const days = await talliesOf(tx, row.caseId);
    const supporters = days.reduce((sum, { joined, withdrawn }) => sum + joined - withdrawn, 0);
    return {
      ...publicPage(row, supporters),
      days: days.map(({ day, joined, withdrawn }) => ({ day, joined, withdrawn })),
      loss: lossOf(days),
    };
  });
}

const MOST_PAGES = 100;

/** All public pages, those that still take supporters first, then by when they became public. */
export function listPublicPages(): Promise<readonly PublicPage[]> {
  return withActor(PUBLIC, async tx => {
    const rows = await tx.collectivePage.findMany({
      orderBy: { approvedAt: 'desc' },
      take: MOST_PAGES,
      include: { operator: { select: { name: true } } },
    });
    const sums = await tx.collectiveTally.groupBy({
      by: ['caseId'],
      _sum: { joined: true, withdrawn: true },
    });
    const counts = new Map(
      sums.map(({ caseId, _sum }) => [caseId, (_sum.joined ?? 0) - (_sum.withdrawn ?? 0)]),
    );
    return rows
      .map(row => publicPage(row, counts.get(row.caseId) ?? 0))
      .toSorted((a, b) => Number(b.open) - Number(a.open));
  });
}
