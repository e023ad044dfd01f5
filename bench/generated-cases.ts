import pg from 'pg';
import { makeReference, REFERENCE_BODIES } from '#app/domain/case/reference.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import type { Service } from '#app/domain/taxonomy/definition.ts';
import { categoriesFor, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { rebuildFigures } from '#app/usecases/statistics/rebuild-figures.server.ts';

const NARRATIVES = [
  'The invoice counts the same option twice, and the hotline promised a correction that never came.',
  'Since the storm there is no signal in our street; three neighbours have the same problem.',
  'I asked for my number to be moved to another operator five weeks ago and am told to wait.',
  'The credit that I bought at the kiosk was taken from my account but never reached the phone.',
  'Every evening the connection falls to a crawl; measurements of two weeks are attached.',
  'A subscription to a game that nobody here knows has been charged since March.',
];

/** Earlier entries come up more often, as large operators and regions do. */
function weighted<T>(values: readonly T[]): readonly T[] {
  return values.flatMap((value, index) => Array<T>(values.length - index).fill(value));
}

function subjects(profile: Profile): readonly string[] {
  const services: readonly Service[] = ['mobile', 'internet', 'fixed'];
  return services.flatMap(service =>
    categoriesFor('consumer', service)
      .filter(category => profile.categories.includes(category))
      .map(category => JSON.stringify({ service, category, issue: issuesOf(category)[0] })),
  );
}

/** References in the form of the profile, spread evenly over the possible bodies so that none comes twice. */
function references(profile: Profile, count: number): readonly string[] {
  const step = Math.floor(REFERENCE_BODIES / count);
  return Array.from({ length: count }, (_, index) =>
    makeReference(profile.referencePrefix, 2026, index * step),
  );
}

/**
 * Three quarters are over or answered, filed over the eighteen months before; what is still open is young. `lot`
 * decides the state, `age` is in days.
 */
const DRAW = `
  CREATE UNLOGGED TABLE bench_draw AS
  WITH drawn AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, reference, random() AS lot, random() AS spread, random() AS luck,
      $2::text[] AS operators, $3::text[] AS regions, $4::text[] AS subjects, $5::text[] AS narratives,
      random() AS a, random() AS b, random() AS c, random() AS d
    FROM unnest($1::text[]) AS reference
  ), lived AS MATERIALIZED (
    SELECT id, reference, luck, spread,
      operators[1 + floor(a * cardinality(operators))::int] AS operator_id,
      regions[1 + floor(b * cardinality(regions))::int] AS region,
      subjects[1 + floor(c * cardinality(subjects))::int]::jsonb AS subject,
      narratives[1 + floor(d * cardinality(narratives))::int] AS narrative,
      CASE WHEN lot < 0.62 THEN 'closed' WHEN lot < 0.75 THEN 'answered' WHEN lot < 0.90 THEN 'served'
        WHEN lot < 0.93 THEN 'returned' WHEN lot < 0.96 THEN 'disputed' WHEN lot < 0.98 THEN 'under_review'
        WHEN lot < 0.99 THEN 'withdrawn' ELSE 'inadmissible' END AS state
    FROM drawn
  )
  SELECT *, now() - CASE state WHEN 'closed' THEN 35 + spread * 510 WHEN 'withdrawn' THEN 10 + spread * 500
      WHEN 'inadmissible' THEN 10 + spread * 500 WHEN 'answered' THEN 5 + spread * 25
      WHEN 'served' THEN 1 + spread * 28 ELSE 8 + spread * 30 END * interval '1 day' AS filed_at,
    1 + floor(luck * luck * 24)::int AS days
  FROM lived`;

const CASES = `
  INSERT INTO "case" (id, reference, receipt_hash, state, returned_from, version, track, language, operator_id, service,
    category, issues, region, started_at, ongoing, facts, remedy_sought, currency, urgent, vulnerability,
    complainant_key, source, filed_at, filed_on, served_at, answered_at, closed_at, due_at, due_clock, respond_breached,
    answered_in_time, days_to_answer, answers, disputes, operator_outcome, complainant_outcome, money_returned_minor,
    last_seq, last_hash)
  SELECT id, reference, encode(sha256(convert_to(reference, 'UTF8')), 'hex'), state,
    CASE state WHEN 'returned' THEN 'served' END, 3, 'consumer', 'fr', operator_id, subject ->> 'service',
    subject ->> 'category', ARRAY[subject ->> 'issue'], region, filed_at - interval '20 days', false, '{}',
    ARRAY['explanation'], $1, luck < 0.05, '{}', encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 'web', filed_at,
    (filed_at AT TIME ZONE $2)::date, CASE WHEN state <> 'inadmissible' THEN filed_at + interval '1 minute' END,
    CASE WHEN answered THEN filed_at + days * interval '1 day' END,
    CASE WHEN state IN ('closed', 'withdrawn', 'inadmissible') THEN filed_at + (days + 10) * interval '1 day' END,
    CASE WHEN waiting THEN filed_at + interval '21 days' END, CASE WHEN waiting THEN 'respond' END,
    days > 21, CASE WHEN answered THEN days <= 21 END, CASE WHEN answered THEN days END, answered::int,
    (state IN ('disputed', 'under_review'))::int,
    CASE WHEN answered THEN (ARRAY['remedied-with-money', 'remedied-without-money', 'explained', 'rejected'])[1 + floor(spread * 4)::int] END,
    CASE WHEN state = 'closed' THEN CASE WHEN luck < 0.4 THEN 'confirmed' ELSE 'unconfirmed' END
      WHEN state IN ('disputed', 'under_review') THEN 'disputed' END,
    CASE WHEN answered AND spread < 0.25 THEN 1000 + floor(luck * 90000) ELSE 0 END, 3, repeat('0', 64)
  FROM (SELECT *, state IN ('closed', 'answered', 'disputed', 'under_review') AS answered,
    state IN ('served', 'returned', 'disputed') AS waiting FROM bench_draw) d`;

/** What lists and searches read of a case besides its row. */
const LISTED = [
  `INSERT INTO case_statement (case_id, narrative, attempts, personal_facts, salt)
    SELECT id, narrative || ' ' || reference, '[{"on":"2026-01-03","channel":"hotline","result":"refused"}]', '{}', '' FROM bench_draw`,
  `WITH told AS (SELECT narrative, words_of(narrative) AS words FROM (SELECT DISTINCT narrative FROM bench_draw) d)
    INSERT INTO case_search (case_id, search) SELECT id, words || words_of(reference) FROM bench_draw JOIN told USING (narrative)`,
  `INSERT INTO complainant_identity (case_id, name, line_number, line_tail)
    SELECT id, 'Complainant ' || reference, '06' || line, right(line, 5)
    FROM bench_draw, LATERAL (SELECT lpad(floor(luck * 99999999)::text, 8, '0') AS line) l`,
  'SELECT rebuild_desk_cases()',
];

/** What else the application writes of a case. */
const RECORDED = [
  `INSERT INTO complainant_contact (case_id, email) SELECT id, lower(reference) || '@example.org' FROM bench_draw`,
  `INSERT INTO case_event (case_id, seq, type, at, actor_role, visibility, payload, previous_hash, hash)
    SELECT id, seq, type, filed_at + (seq - 1) * interval '1 minute', 'system', 'parties',
      jsonb_build_object('reference', reference, 'operatorId', operator_id, 'region', region, 'subject', subject),
      repeat('0', 64), encode(sha256(convert_to(id::text || seq, 'UTF8')), 'hex')
    FROM bench_draw, (VALUES (1, 'filed'), (2, 'served'), (3, 'acknowledged')) AS e(seq, type)`,
  `INSERT INTO clock (id, case_id, kind, state, started_at, due_at, remind_at, rule_id, calendar_version, trace)
    SELECT gen_random_uuid(), id, 'respond', CASE state WHEN 'returned' THEN 'paused' ELSE 'running' END, filed_at,
      filed_at + interval '21 days', filed_at + interval '18 days', $1, '2026.1', '[]'
    FROM bench_draw WHERE state IN ('served', 'returned', 'disputed')`,
];

/** Indexes that are quicker made at the end than kept while rows come in. */
const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
  WHERE i.indrelid = ANY ('{case,case_event,case_search,complainant_identity,desk_case}'::regclass[])
    AND NOT i.indisprimary AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

/** The rows are right by themselves: no trigger and no foreign key looks at them again. */
const LOADING = `SET session_replication_role = replica; SET synchronous_commit = off;
  SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`;

/** How much is made of each case: all that the application writes, or what its lists read. */
export type Extent = 'everything' | 'lists';

interface Generation {
  readonly profile: Profile;
  readonly count: number;
  readonly extent: Extent;
}

async function generateRows(client: pg.Client, { profile, count, extent }: Generation): Promise<void> {
  const operators = profile.operators.filter(({ hidden }) => hidden !== true).map(({ id }) => id);
  const regions = weighted(profile.regions.map(({ code }) => code));
  const shares = [...weighted(operators), ...(extent === 'lists' ? [operators[0], operators[0]] : [])];
  const draw = [references(profile, count), shares, regions, subjects(profile), NARRATIVES];
  await client.query(DRAW, draw);
  await client.query(CASES, [profile.currency, profile.timeZone]);
  const rule = profile.rules.find(({ clock }) => clock === 'respond');
  for (const part of extent === 'lists' ? LISTED : [...LISTED, ...RECORDED]) {
    await client.query(part, part.includes('$1') ? [rule?.id] : []);
  }
  await client.query('DROP TABLE bench_draw');
}

async function load(superuserUrl: string, generation: Generation): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(LOADING);
    const { rows } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
    await generateRows(client, generation);
    for (const { definition } of rows) await client.query(definition);
  } finally {
    await client.end();
  }
}

async function tidy(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/**
 * Fills an empty database with invented cases over eighteen months and their figures: rows as the application writes
 * them, made by the database itself; only their events are not sealed. For lists alone there are neither events nor
 * figures.
 */
export async function generateCases(superuserUrl: string, generation: Generation): Promise<void> {
  await load(superuserUrl, generation);
  if (generation.extent === 'everything') await rebuildFigures();
  await tidy(superuserUrl);
}
