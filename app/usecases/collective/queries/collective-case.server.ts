import { maySee } from '#app/domain/access/visibility.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { BURST_PER_HOUR, publishedLoss } from '#app/domain/collective/support.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { CollectiveText } from '#app/platform/db/generated/client.ts';
import { type TallyDay, talliesOf } from './tallies.server.ts';

/** A text that was proposed, and what became of it. */
export interface SeenText {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly proposedAt: string;
  readonly approvedTitle: string | null;
  readonly approvedBody: string | null;
  readonly reason: string | null;
}

/** What an officer looks at: many supporters of one network within an hour, lines and people named more than once. */
export interface SupportFlags {
  readonly bursts: readonly { readonly hour: string; readonly network: string; readonly count: number }[];
  readonly sharedLines: number;
  /** Entries that are not counted, or soon won't be, since another one counts the same person. */
  readonly linked: number;
}

/** A collective complaint's supporters as a party or the regulator's staff sees them. */
export interface CollectiveCase {
  readonly page: {
    readonly slug: string;
    readonly title: string;
    readonly body: string;
    readonly language: string;
  } | null;
  readonly supporters: number;
  readonly stated: number;
  /** Null while too few stated one, for everybody. */
  readonly lossMinor: number | null;
  readonly days: readonly TallyDay[];
  /** Newest first; empty for who may not read proposals. */
  readonly texts: readonly SeenText[];
  /** Null for everybody but the case officer. */
  readonly flags: SupportFlags | null;
}

function seenText(row: CollectiveText): SeenText {
  const { id, language, title, body, approvedTitle, approvedBody, reason } = row;
  return {
    ...{ id, language, title, body, approvedTitle, approvedBody, reason },
    state: row.state as SeenText['state'],
    proposedAt: row.proposedAt.toISOString(),
  };
}

async function flagsOf(tx: Tx, caseId: string): Promise<SupportFlags> {
  const bursts = await tx.$queryRaw<{ hour: Date; network: string; count: number }[]>`
    SELECT date_trunc('hour', at) AS hour, left(network, 8) AS network, count(*)::int AS count
    FROM supporter_event WHERE case_id = ${caseId}::uuid AND type = 'verified' AND network IS NOT NULL
    GROUP BY 1, supporter_event.network HAVING count(*) > ${BURST_PER_HOUR} ORDER BY 1 DESC LIMIT 20`;
  const shared = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM supporter WHERE case_id = ${caseId}::uuid AND state = 'verified' AND line_number IS NOT NULL
      GROUP BY regexp_replace(line_number, '[^0-9]', '', 'g') HAVING count(*) > 1) lines`;
  const linked = await tx.supporter.count({
    where: { caseId, OR: [{ state: 'merged' }, { state: 'verified', sameAs: { not: null } }] },
  });
  return {
    linked,
    bursts: bursts.map(({ hour, ...burst }) => ({ ...burst, hour: hour.toISOString() })),
    sharedLines: shared[0]?.count ?? 0,
  };
}

async function pageOf(tx: Tx, caseId: string): Promise<CollectiveCase['page']> {
  return tx.collectivePage.findUnique({
    where: { caseId },
    select: { slug: true, title: true, body: true, language: true },
  });
}

/** Row-level security decides what comes along: texts for the complainant and the regulator, flags for the officer. */
export function readCollectiveCase(actor: Actor, caseId: string): Promise<CollectiveCase> {
  return withActor(actor, async tx => {
    const days = await talliesOf(tx, caseId);
    const texts = await tx.collectiveText.findMany({ where: { caseId }, orderBy: { proposedAt: 'desc' } });
    const sum = (value: (day: TallyDay) => number) => days.reduce((total, day) => total + value(day), 0);
    const [stated, lossMinor] = [sum(day => day.stated), sum(day => day.lossMinor)];
    return {
      page: await pageOf(tx, caseId),
      supporters: sum(day => day.joined - day.withdrawn),
      stated,
      lossMinor: publishedLoss({ stated, lossMinor }),
      days,
      texts: texts.map(seenText),
      flags: maySee(actor.role, 'supporters') ? await flagsOf(tx, caseId) : null,
    };
  });
}
