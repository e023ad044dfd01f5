-- Row-level security, the guard of the record, search, and the indexes that the queues read.
-- The application connects as recours_app (created before the migrations run) and sets app.role, app.actor,
-- app.organisation, app.case, app.draft, app.reference, app.receipt and app.token for one transaction at a time.
-- Settings are read through scalar sub-selects so that the planner evaluates them once a statement.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

GRANT USAGE ON SCHEMA public TO recours_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", "session", "account", "verification", "two_factor", "rate_limit" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "operator" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "case", "complainant_identity", "complainant_contact", "case_statement", "delivery", "clock", "mail_outbox", "case_stat_day", "case_stat_month" TO recours_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft", "evidence", "idempotency_key" TO recours_app;
GRANT SELECT, INSERT ON "case_event", "response", "decision", "case_message", "import_row", "import_rejection" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "import_run" TO recours_app;
GRANT DELETE ON "case_stat_day", "case_stat_month" TO recours_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO recours_app;
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON "_prisma_migrations" TO recours_app; END IF;
END $$;

-- The record is append-only for everybody, its owner included.
CREATE FUNCTION refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'case_event is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER case_event_is_append_only BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
CREATE TRIGGER case_event_is_not_truncated BEFORE TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();

CREATE FUNCTION fill_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := to_tsvector('simple', unaccent(left(NEW.narrative, 100000)));
  RETURN NEW;
END $$;
CREATE TRIGGER case_statement_search BEFORE INSERT OR UPDATE OF narrative ON "case_statement"
  FOR EACH ROW EXECUTE FUNCTION fill_search();

ALTER TABLE "case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_read ON "case" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'analyst', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND served_at IS NOT NULL)
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND (id::text = (SELECT current_setting('app.case', true)) OR (reference = (SELECT current_setting('app.reference', true)) AND receipt_hash = (SELECT current_setting('app.receipt', true))))));
CREATE POLICY case_file ON "case" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND id::text = (SELECT current_setting('app.case', true))));
-- A change may take a case out of the operator's sight (misdirected cases are re-routed), so the new row is not checked against it.
CREATE POLICY case_change ON "case" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND served_at IS NOT NULL)
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND id::text = (SELECT current_setting('app.case', true))))
  WITH CHECK (true);

ALTER TABLE "complainant_identity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "complainant_identity" FORCE ROW LEVEL SECURITY;
CREATE POLICY complainant_identity_read ON "complainant_identity" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY complainant_identity_add ON "complainant_identity" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY complainant_identity_change ON "complainant_identity" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "complainant_contact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "complainant_contact" FORCE ROW LEVEL SECURITY;
CREATE POLICY complainant_contact_read ON "complainant_contact" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY complainant_contact_add ON "complainant_contact" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY complainant_contact_change ON "complainant_contact" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "case_statement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_statement" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_statement_read ON "case_statement" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY case_statement_add ON "case_statement" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "case_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_event_read ON "case_event" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'analyst' AND visibility IN ('parties', 'operator'))
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL) AND visibility IN ('parties', 'operator'))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true)) AND visibility IN ('parties')));
CREATE POLICY case_event_add ON "case_event" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "case_message" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_message" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_message_read ON "case_message" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL) AND audience IN ('parties', 'operator'))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true)) AND audience IN ('parties')));
CREATE POLICY case_message_add ON "case_message" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "response" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "response" FORCE ROW LEVEL SECURITY;
CREATE POLICY response_read ON "response" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator', 'analyst')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY response_add ON "response" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));

ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "decision" FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_read ON "decision" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator', 'analyst')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY decision_add ON "decision" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer'));

ALTER TABLE "clock" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clock" FORCE ROW LEVEL SECURITY;
CREATE POLICY clock_read ON "clock" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator', 'analyst')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY clock_add ON "clock" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY clock_change ON "clock" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY delivery_read ON "delivery" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator', 'analyst')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));
CREATE POLICY delivery_add ON "delivery" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));
CREATE POLICY delivery_change ON "delivery" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));

ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_read ON "evidence" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true)))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))));
CREATE POLICY evidence_add ON "evidence" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true)))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))));
-- A complainant moves files from the draft to the case filed from it; everything else about a file is the system's.
CREATE POLICY evidence_change ON "evidence" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))) OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY evidence_remove ON "evidence" FOR DELETE
  USING (case_id IS NULL AND ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true)))));

ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "draft" FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_own ON "draft" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND (id::text = (SELECT current_setting('app.draft', true)) OR token_hash = (SELECT current_setting('app.token', true)))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND (id::text = (SELECT current_setting('app.draft', true)) OR token_hash = (SELECT current_setting('app.token', true)))));

ALTER TABLE "mail_outbox" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_outbox" FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_outbox_read ON "mail_outbox" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'administrator'));
CREATE POLICY mail_outbox_add ON "mail_outbox" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'liaison', 'case_officer', 'auditor', 'administrator'));
CREATE POLICY mail_outbox_send ON "mail_outbox" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "case_stat_day" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_stat_day" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_stat_day_read ON "case_stat_day" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'analyst', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_day_add ON "case_stat_day" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_day_change ON "case_stat_day" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_day_rebuild ON "case_stat_day" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "case_stat_month" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_stat_month" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_stat_month_read ON "case_stat_month" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'analyst', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_month_add ON "case_stat_month" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_month_change ON "case_stat_month" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'complainant', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY case_stat_month_rebuild ON "case_stat_month" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "import_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_run" FORCE ROW LEVEL SECURITY;
CREATE POLICY import_run_read ON "import_run" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor', 'case_officer'));
CREATE POLICY import_run_write ON "import_run" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY import_run_change ON "import_run" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "import_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_row" FORCE ROW LEVEL SECURITY;
CREATE POLICY import_row_read ON "import_row" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor', 'case_officer'));
CREATE POLICY import_row_write ON "import_row" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "import_rejection" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_rejection" FORCE ROW LEVEL SECURITY;
CREATE POLICY import_rejection_read ON "import_rejection" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor', 'case_officer'));
CREATE POLICY import_rejection_write ON "import_rejection" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

-- The operator's queue: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX case_queue ON "case" (operator_id, due_at, id) WHERE state IN ('served', 'returned', 'disputed');
-- Cases of one operator by date of filing: operator search, drill-down of the figures by operator
CREATE INDEX case_operator_filed ON "case" (operator_id, filed_at DESC, id DESC);
-- The regulator's list: usecases/complaints/queries/regulator-cases.server.ts
CREATE INDEX case_filed ON "case" (filed_at DESC, id DESC);
CREATE INDEX case_state_filed ON "case" (state, filed_at DESC, id DESC);
CREATE INDEX case_category_filed ON "case" (category, filed_at DESC, id DESC);
CREATE INDEX case_region_filed ON "case" (region, filed_at DESC, id DESC);
-- Recurrence: earlier cases of the same complainant against the same operator
CREATE INDEX case_complainant ON "case" (complainant_key, operator_id) WHERE complainant_key IS NOT NULL;
-- Overdue and due soon for the regulator
CREATE INDEX case_due ON "case" (due_at, id) WHERE state IN ('served', 'returned', 'disputed');
-- Full text of the narratives
CREATE INDEX case_statement_search ON "case_statement" USING gin (search);
-- The worker's clocks: jobs/handlers/run-clocks.server.ts
CREATE INDEX clock_due ON "clock" (due_at) WHERE state = 'running';
CREATE INDEX clock_remind ON "clock" (remind_at) WHERE state = 'running' AND reminded_at IS NULL;
-- One clock of a kind runs at a time
CREATE UNIQUE INDEX clock_one_open ON "clock" (case_id, kind) WHERE state IN ('running', 'paused');
-- The sweeper's unsent mail and unserved cases
CREATE INDEX mail_outbox_unsent ON "mail_outbox" (created_at) WHERE state = 'queued';
CREATE INDEX case_unserved ON "case" (filed_at) WHERE state = 'filed';
CREATE INDEX evidence_uncleaned ON "evidence" (uploaded_at) WHERE copy_state = 'pending';
