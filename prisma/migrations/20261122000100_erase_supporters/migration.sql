-- Erasure reaches who stands behind a collective complaint, and what a party said of a file that it withheld.
-- The counts stay, and so do the keyed digests, by which nobody is counted twice: they lead to nobody.

CREATE POLICY supporter_event_erase ON "supporter_event" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY confidential_annex_erase ON "confidential_annex" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system');

-- Called by the trigger below alone, as the owner.
CREATE FUNCTION erase_beside_statement() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM supporter_request s WHERE s.case_id = OLD.case_id;
  UPDATE supporter SET address = NULL, name = NULL, line_number = NULL, loss_text = NULL WHERE case_id = OLD.case_id;
  UPDATE supporter_event SET network = NULL WHERE case_id = OLD.case_id;
  UPDATE confidential_annex SET description = '' WHERE case_id = OLD.case_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION erase_beside_statement() FROM PUBLIC;

-- A statement is deleted by erase_personal_data() and by nothing else.
CREATE TRIGGER case_statement_erased AFTER DELETE ON "case_statement"
  FOR EACH ROW EXECUTE FUNCTION erase_beside_statement();
