-- A time to answer that an operator let pass before the case was taken from it: it stays in that operator's figures, and
-- these rows are the list behind them. What is known of the case at its filing is repeated here, since the operator no
-- longer sees the case itself.
CREATE TABLE "former_breach" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    -- Number of the event that took the case from the operator.
    "rerouted_seq" INTEGER NOT NULL,
    "operator_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "filed_on" DATE NOT NULL,

    CONSTRAINT "former_breach_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "former_breach_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "former_breach_case_id_rerouted_seq_key" ON "former_breach"("case_id", "rerouted_seq");
-- The list behind the figures: usecases/complaints/queries/charged-cases.server.ts
CREATE INDEX "former_breach_filed" ON "former_breach" ("filed_at" DESC, "id" DESC);

GRANT SELECT, INSERT ON "former_breach" TO recours_app;
ALTER TABLE "former_breach" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "former_breach" FORCE ROW LEVEL SECURITY;
CREATE POLICY former_breach_read ON "former_breach" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) IN ('analyst', 'case_officer', 'auditor', 'administrator') AND operator_id NOT LIKE 'sandbox:%')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY former_breach_add ON "former_breach" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

-- What was recorded before: the events say it all.
SELECT set_config('app.role', 'system', true);

INSERT INTO "former_breach" (id, case_id, rerouted_seq, operator_id, reference, category, region, track, filed_at, filed_on)
SELECT (substr(r.digest, 1, 8) || '-' || substr(r.digest, 9, 4) || '-8' || substr(r.digest, 14, 3) || '-8'
    || substr(r.digest, 18, 3) || '-' || substr(r.digest, 21, 12))::uuid,
  r.case_id, r.seq, r.payload ->> 'fromOperatorId', c.reference, c.category, c.region, c.track, c.filed_at, c.filed_on
FROM (
  SELECT e.*, encode(sha256(convert_to(e.case_id || '/former breach/' || e.seq, 'UTF8')), 'hex') AS digest,
    lag(e.seq, 1, 0) OVER (PARTITION BY e.case_id ORDER BY e.seq) AS former_seq
  FROM "case_event" e WHERE e.type = 'rerouted') r
JOIN "case" c ON c.id = r.case_id
WHERE EXISTS (
  SELECT 1 FROM "case_event" b
  WHERE b.case_id = r.case_id AND b.seq > r.former_seq AND b.seq < r.seq
    AND b.type = 'clock-breached' AND b.payload ->> 'clock' = 'respond');

-- An answer may come late before the worker has recorded the breach: its deadline was missed all the same.
UPDATE "case" SET "respond_breached" = true WHERE "answered_in_time" IS FALSE AND NOT "respond_breached";

CREATE TEMPORARY TABLE missed_deadline ON COMMIT DROP AS
  SELECT filed_on, operator_id, region, category, track FROM "case" WHERE respond_breached
  UNION ALL
  SELECT filed_on, operator_id, region, category, track FROM "former_breach";
DELETE FROM missed_deadline WHERE operator_id LIKE 'sandbox:%';

UPDATE "case_stat_day" SET "breached" = 0 WHERE "breached" <> 0;
INSERT INTO "case_stat_day" (day, operator_id, region, category, track, breached, histogram)
SELECT filed_on, operator_id, region, category, track, count(*), array_fill(0, ARRAY[31]) FROM missed_deadline
GROUP BY 1, 2, 3, 4, 5
ON CONFLICT (day, operator_id, region, category, track) DO UPDATE SET breached = EXCLUDED.breached;

UPDATE "case_stat_month" SET "breached" = 0 WHERE "breached" <> 0;
INSERT INTO "case_stat_month" (month, operator_id, region, category, track, breached, histogram)
SELECT date_trunc('month', filed_on)::date, operator_id, region, category, track, count(*), array_fill(0, ARRAY[31])
FROM missed_deadline GROUP BY 1, 2, 3, 4, 5
ON CONFLICT (month, operator_id, region, category, track) DO UPDATE SET breached = EXCLUDED.breached;
