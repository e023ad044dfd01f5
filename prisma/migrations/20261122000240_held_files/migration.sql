-- The files of an answer that nobody has sent yet: they wait with the draft or with what waits for the second reader,
-- and belong to the case only once the answer is sent. usecases/casework/held-files.server.ts
ALTER TABLE "evidence"
  ADD COLUMN "held_for" UUID,
  ADD COLUMN "held_by" TEXT,
  ADD CONSTRAINT "evidence_held_for_fkey" FOREIGN KEY ("held_for") REFERENCES "case"("id"),
  ADD CONSTRAINT "evidence_held_apart" CHECK (
    (held_for IS NULL) = (held_by IS NULL) AND (held_for IS NULL OR (case_id IS NULL AND draft_id IS NULL)));
CREATE INDEX evidence_held ON "evidence" (held_for, held_by) WHERE held_for IS NOT NULL;

CREATE POLICY evidence_read_held ON "evidence" FOR SELECT
  USING (held_for IS NOT NULL AND (SELECT current_setting('app.role', true)) = 'liaison');
-- Read by who holds them, and by the desk where their answer waits for its second reader. Restrictive: whatever else a
-- policy allows, neither the complainant nor the regulator nor another operator reads them.
CREATE POLICY evidence_held ON "evidence" AS RESTRICTIVE FOR SELECT
  USING (held_for IS NULL
    OR (SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison'
      AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = held_for AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)
      AND (held_by = (SELECT current_setting('app.actor', true))
        OR EXISTS (SELECT 1 FROM "answer_proposal" p WHERE p.case_id = held_for AND p.author_id = held_by AND p.state = 'waiting'))));

-- Custody begins when a file becomes part of its case; of one that never did it says that it has gone.
ALTER TABLE "custody_entry" DROP CONSTRAINT "custody_entry_action",
  ADD CONSTRAINT "custody_entry_action" CHECK ("action" IN ('previewed', 'viewed', 'downloaded', 'bundled', 'released', 'discarded'));
CREATE POLICY custody_entry_of_answer ON "custody_entry" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' AND action IN ('released', 'discarded')
    AND EXISTS (SELECT 1 FROM "evidence" e WHERE e.id = evidence_id AND custody_entry.case_id IN (e.case_id, e.held_for)));

-- What waits for a second reader ends with the operator's turn, or with another answer: it would stand in the way of the
-- next operator's, and answer what is no longer asked. Who still writes after another's answer keeps the files.
ALTER TABLE "answer_proposal" DROP CONSTRAINT "answer_proposal_state",
  ADD CONSTRAINT "answer_proposal_state" CHECK (state IN ('waiting', 'returned', 'sent', 'lapsed'));

CREATE FUNCTION discard_held_files(of_case uuid, at_instant timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO custody_entry (case_id, evidence_id, action, at, actor_role)
    SELECT e.held_for, e.id, 'discarded', at_instant, 'system' FROM evidence e WHERE e.held_for = of_case;
  DELETE FROM evidence e WHERE e.held_for = of_case;
END $$;
REVOKE EXECUTE ON FUNCTION discard_held_files(uuid, timestamptz) FROM PUBLIC;

CREATE FUNCTION end_waiting_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  UPDATE answer_proposal p SET state = 'lapsed' WHERE p.case_id = NEW.id AND p.state IN ('waiting', 'returned');
  IF NEW.operator_id <> OLD.operator_id OR NEW.state IN ('closed', 'inadmissible', 'withdrawn') THEN
    PERFORM discard_held_files(NEW.id, coalesce((SELECT max(e.at) FROM case_event e WHERE e.case_id = NEW.id), now()));
  END IF;
  PERFORM set_config('app.role', acting, true);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION end_waiting_answers() FROM PUBLIC;
CREATE TRIGGER case_ends_waiting_answers AFTER UPDATE OF state, operator_id, answers ON "case"
  FOR EACH ROW WHEN (NEW.operator_id <> OLD.operator_id OR NEW.answers > OLD.answers
    OR (NEW.state <> OLD.state AND NEW.state IN ('closed', 'inadmissible', 'withdrawn')))
  EXECUTE FUNCTION end_waiting_answers();

-- Of what already waits without a chance to be sent.
SELECT set_config('app.role', 'system', true);
UPDATE answer_proposal p SET state = 'lapsed' FROM "case" c
  WHERE c.id = p.case_id AND p.state IN ('waiting', 'returned')
    AND (c.operator_id <> p.operator_id OR c.state IN ('closed', 'inadmissible', 'withdrawn'));

-- The desk's papers hold personal data like the case that they are about: they go with it, their files too.
CREATE OR REPLACE FUNCTION forget_desk_papers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM answer_draft WHERE case_id = OLD.case_id;
  DELETE FROM answer_proposal WHERE case_id = OLD.case_id;
  DELETE FROM answer_presence WHERE case_id = OLD.case_id;
  DELETE FROM desk_note WHERE case_id = OLD.case_id;
  PERFORM discard_held_files(OLD.case_id, now());
  RETURN OLD;
END $$;
