-- By what way a complainant wants to hear of the case, what the experience was like, and the erasure of personal data.

CREATE TABLE "notification_choice" (
    "case_id" UUID NOT NULL,
    "by_mail" BOOLEAN NOT NULL,
    "by_sms" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    "stop_hash" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("case_id"),
    CONSTRAINT "notification_choice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
-- The link in every mail and SMS: usecases/notifications/stop-notifications.server.ts
CREATE UNIQUE INDEX notification_choice_stop ON "notification_choice" (stop_hash);

GRANT SELECT, INSERT, UPDATE ON "notification_choice" TO recours_app;
ALTER TABLE "notification_choice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notification_choice" FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_choice_own ON "notification_choice" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

-- Marks from 1 to 5 and no word of anybody's: what was written beside them is a message for the regulator.
CREATE TABLE "experience_rating" (
    "case_id" UUID NOT NULL,
    "ease" SMALLINT NOT NULL,
    "information" SMALLINT NOT NULL,
    "operator" SMALLINT NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experience_rating_pkey" PRIMARY KEY ("case_id"),
    CONSTRAINT "experience_rating_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id"),
    CONSTRAINT "experience_rating_marks" CHECK (ease BETWEEN 1 AND 5 AND information BETWEEN 1 AND 5 AND operator BETWEEN 1 AND 5)
);
GRANT SELECT, INSERT ON "experience_rating" TO recours_app;
ALTER TABLE "experience_rating" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "experience_rating" FORCE ROW LEVEL SECURITY;
CREATE POLICY experience_rating_read ON "experience_rating" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'analyst', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY experience_rating_add ON "experience_rating" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));

-- Cases that are over, in the order in which their personal data falls due: usecases/retention/erase-due-cases.server.ts
CREATE INDEX case_over ON "case" (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_event_erasure_requested ON "case_event" (at) WHERE type = 'erasure-requested';

-- Erasure is the owner's: recours_app can remove no row of these tables but through erase_personal_data().
CREATE POLICY case_statement_erase ON "case_statement" FOR DELETE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY complainant_identity_erase ON "complainant_identity" FOR DELETE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY complainant_contact_erase ON "complainant_contact" FOR DELETE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY case_message_erase ON "case_message" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY response_erase ON "response" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY mail_outbox_erase ON "mail_outbox" FOR DELETE USING ((SELECT current_setting('app.role', true)) = 'system');

-- Removes who filed a case and what was written in it. Codes, dates, figures, the chain of events, the hashes of the
-- evidence and the regulator's decision stay; the salt of the digests goes with the statement.
CREATE FUNCTION erase_personal_data(id uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('app.role', true) IS DISTINCT FROM 'system'
    OR NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = erase_personal_data.id AND c.closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'only the system erases, and only a case that is over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM case_search s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM case_search_todo s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM case_statement s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM complainant_identity s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM complainant_contact s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM notification_choice s WHERE s.case_id = erase_personal_data.id;
  DELETE FROM mail_outbox s WHERE s.case_id = erase_personal_data.id AND s.delivery_id IS NULL;
  DELETE FROM draft d WHERE d.filed_case_id = erase_personal_data.id
    AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.draft_id = d.id AND e.case_id IS NULL);
  UPDATE case_message SET body = '', author_name = NULL WHERE case_id = erase_personal_data.id;
  UPDATE response r SET message = '', items = (
      SELECT coalesce(jsonb_agg(item - 'cause' - 'action' - 'proof'), '[]') FROM jsonb_array_elements(r.items) item)
    WHERE r.case_id = erase_personal_data.id;
END $$;
REVOKE EXECUTE ON FUNCTION erase_personal_data(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_personal_data(uuid) TO recours_app;
