import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { changeSupporter, lockSupporter } from '#app/usecases/collective/record-support.server.ts';
import type { Benchmark } from './benchmark.ts';
import { percentile, type Shot } from './load.ts';
import { BENCH_COLLECTIVE } from './page-statements.ts';

const SUPPORTERS = 50_000;
/** People who confirm their code at the same moment. */
const AT_ONCE = 50;

/** A public page with its supporters, joined over a month, in place of one of the invented cases. */
const LOAD = `
  WITH chosen AS (SELECT * FROM "case" WHERE state = 'served' LIMIT 1), page AS (
    INSERT INTO collective_page (case_id, slug, reference, operator_id, language, title, body, category, started_at,
      filed_at, case_state, approved_at)
    SELECT id, $1, reference, operator_id, 'fr', 'Cinquante mille abonnés sans réseau', repeat('Depuis lundi, plus rien. ', 60),
      category, started_at, filed_at, state, now() FROM chosen RETURNING case_id
  ), people AS (
    INSERT INTO supporter (id, case_id, identity_key, channel, language, loss_minor, state, created_at, verified_at)
    SELECT gen_random_uuid(), case_id, encode(sha256(n::text::bytea), 'hex'), 'mail', 'fr',
      CASE WHEN n % 3 = 0 THEN n END, 'verified', now() - (n % 30) * interval '1 day', now() - (n % 30) * interval '1 day'
    FROM page, generate_series(1, $2::int) n RETURNING case_id, id, verified_at, loss_minor
  )
  INSERT INTO collective_tally (case_id, day, shard, joined, stated, loss_minor)
  SELECT case_id, verified_at::date, ('x' || left(id::text, 2))::bit(8)::int % 8, count(*), count(loss_minor),
    coalesce(sum(loss_minor), 0) FROM people GROUP BY 1, 2, 3`;

async function load(): Promise<string> {
  const rows = await withActor(SYSTEM, async tx => {
    await tx.$executeRawUnsafe(LOAD, BENCH_COLLECTIVE, SUPPORTERS);
    return tx.collectivePage.findMany({ select: { caseId: true } });
  });
  return rows[0]?.caseId ?? '';
}

async function join(caseId: string): Promise<number> {
  const begin = performance.now();
  const identityKey = randomUUID();
  const now = new Date().toISOString();
  await withActor(SYSTEM, async tx => {
    await tx.supporter.create({
      data: {
        id: randomUUID(),
        caseId,
        identityKey,
        channel: 'mail',
        language: 'fr',
        state: 'new',
        createdAt: now,
      },
    });
    const before = await lockSupporter(tx, { caseId, identityKey });
    if (before === null) throw new Error('no supporter');
    const after = { state: 'verified', lossMinor: null } as const;
    await changeSupporter(tx, before, { after, type: 'verified', columns: { verifiedAt: now }, now });
  });
  return performance.now() - begin;
}

/** How long people wait who are counted at the same moment as forty-nine others. */
async function measureContention(caseId: string): Promise<void> {
  const begin = performance.now();
  const waits: number[] = [];
  const rounds = 10;
  for (let round = 0; round < rounds; round += 1) {
    waits.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => join(caseId)))));
  }
  const perSecond = (rounds * AT_ONCE * 1000) / (performance.now() - begin);
  const sorted = waits.toSorted((a, b) => a - b);
  const [p50, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)].map(value => value.toFixed(1));
  console.log(
    `\n${AT_ONCE} at once are counted: ${perSecond.toFixed(0)} /s   p50 ${p50} ms   p95 ${p95} ms each`,
  );
}

function page(path: string): Shot {
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip', 'accept-language': 'fr' };
  return { method: 'GET', path, headers, expectedStatus: 200 };
}

/** The public page of a collective complaint with 50,000 supporters, as HTML for everybody. */
export const collective: Benchmark = {
  title: `A collective complaint's public page, ${SUPPORTERS} supporters (floor: the same rows as JSON)`,
  goal: { kind: 'p95', most: 100 },
  clients: 1,
  async prepare() {
    const caseId = await load();
    await measureContention(caseId);
    return {
      app: () => page(`/collective/${BENCH_COLLECTIVE}`),
      floor: () => ({ ...page('/collective'), headers: { accept: 'application/json' } }),
    };
  },
};
