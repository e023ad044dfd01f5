-- Disputes between operators, annexes that the other party may not read, interim measures, and filing with help.

ALTER TABLE "draft" ADD COLUMN "filer" JSONB;
ALTER TABLE "case" ADD COLUMN "interim" TEXT, ADD COLUMN "assisted_by" JSONB, ADD COLUMN "filed_by_organisation" TEXT;
ALTER TABLE "evidence" ADD COLUMN "withheld_as" TEXT, ADD COLUMN "withheld_by" TEXT;
SELECT set_config('app.role', 'system', true);
UPDATE "case" SET "interim" = 'requested' WHERE "track" = 'wholesale' AND "facts" ->> 'interimMeasure' = 'yes';

CREATE TABLE "confidential_annex" (
  "evidence_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "party" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "confidential_annex_pkey" PRIMARY KEY ("evidence_id"),
  CONSTRAINT "confidential_annex_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "confidential_annex_case_id_idx" ON "confidential_annex"("case_id");
GRANT SELECT, INSERT ON "confidential_annex" TO recours_app;

-- A confidential file is shown to the regulator and to the party that filed it. Restrictive: it narrows every other
-- policy on evidence, those of later migrations included.
CREATE POLICY evidence_confidential ON "evidence" AS RESTRICTIVE FOR SELECT
  USING (withheld_as IS NULL
    OR (SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR (uploaded_by_role = 'complainant' AND (SELECT current_setting('app.role', true)) = 'complainant')
    OR (uploaded_by_role = 'liaison' AND (SELECT current_setting('app.role', true)) = 'liaison' AND withheld_by = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "confidential_annex" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "confidential_annex" FORCE ROW LEVEL SECURITY;
CREATE POLICY confidential_annex_read ON "confidential_annex" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY confidential_annex_add ON "confidential_annex" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND party = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

-- The operator that filed a dispute reads it as its complainant: its staff act in the role of complainant with their
-- organisation. The rows of one such case open with app.case, as for every complainant.
CREATE POLICY case_read_by_claimant ON "case" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) = 'complainant'
    AND filed_by_organisation IS NOT NULL
    AND filed_by_organisation = (SELECT current_setting('app.organisation', true)));
-- An operator's own disputes: usecases/complaints/queries/disputes-filed.server.ts
CREATE INDEX case_filed_by_organisation ON "case" (filed_by_organisation, filed_at DESC, id DESC) WHERE filed_by_organisation IS NOT NULL;
-- Requests that wait for the regulator: usecases/complaints/queries/regulator-cases.server.ts
CREATE INDEX case_interim_requested ON "case" (filed_at DESC, id DESC) WHERE interim = 'requested';

-- A file is opened by its id alone: the claimant finds it by its operator's disputes.
CREATE POLICY evidence_read_by_claimant ON "evidence" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) = 'complainant'
    AND (SELECT current_setting('app.organisation', true)) <> ''
    AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.filed_by_organisation = (SELECT current_setting('app.organisation', true))));
