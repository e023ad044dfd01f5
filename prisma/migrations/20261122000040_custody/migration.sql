-- Evidence is scanned before anybody opens it, and every opening is written down.

ALTER TABLE "evidence"
  ADD COLUMN "scan_state" TEXT NOT NULL DEFAULT 'pending',
  ADD COLUMN "scanned_at" TIMESTAMPTZ(3),
  ADD COLUMN "scan_finding" TEXT,
  ADD COLUMN "page_count" INTEGER,
  ADD COLUMN "preview_keys" TEXT[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT "evidence_scan_state" CHECK ("scan_state" IN ('pending', 'clean', 'infected', 'unscanned'));

-- Files that wait for the scanner, for the worker's search for lost work.
CREATE INDEX evidence_unscanned ON "evidence" (uploaded_at) WHERE scan_state = 'pending';

-- What was received stays what it is, whoever asks; only the system says what a scan or a copy found. Rows that come
-- as JSON bring NULL where they name nothing.
CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  by_person CONSTANT boolean := coalesce(current_setting('app.role', true), '') NOT IN ('system', '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.scan_state := coalesce(NEW.scan_state, 'pending');
    NEW.preview_keys := coalesce(NEW.preview_keys, '{}');
    IF by_person AND (NEW.scan_state <> 'pending' OR NEW.copy_state <> 'pending') THEN
      RAISE EXCEPTION 'evidence comes in unchecked' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSE
    IF (NEW.id, NEW.sha256, NEW.size, NEW.media_type) IS DISTINCT FROM (OLD.id, OLD.sha256, OLD.size, OLD.media_type) THEN
      RAISE EXCEPTION 'evidence is sealed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF by_person AND
      (NEW.storage_key, NEW.scan_state, NEW.scanned_at, NEW.scan_finding, NEW.copy_state, NEW.copy_key, NEW.preview_keys)
      IS DISTINCT FROM
      (OLD.storage_key, OLD.scan_state, OLD.scanned_at, OLD.scan_finding, OLD.copy_state, OLD.copy_key, OLD.preview_keys) THEN
      RAISE EXCEPTION 'only the system checks evidence' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_is_guarded BEFORE INSERT OR UPDATE ON "evidence" FOR EACH ROW EXECUTE FUNCTION guard_evidence();

-- Who saw or took a file of a case, what of it, and when. It outlives the file: no reference to the evidence's row.
CREATE TABLE "custody_entry" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "case_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_role" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT,
    "actor_organisation" TEXT,

    CONSTRAINT "custody_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custody_entry_action" CHECK ("action" IN ('previewed', 'viewed', 'downloaded', 'bundled')),
    CONSTRAINT "custody_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- The custody of one case, in its order.
CREATE INDEX custody_entry_of_case ON "custody_entry" (case_id, id);

GRANT SELECT, INSERT ON "custody_entry" TO recours_app;
ALTER TABLE "custody_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "custody_entry" FORCE ROW LEVEL SECURITY;
-- Everybody writes down their own doing only, on a file that they reach.
CREATE POLICY custody_entry_add ON "custody_entry" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('complainant', 'liaison', 'case_officer', 'auditor', 'administrator')
    AND actor_role = (SELECT current_setting('app.role', true))
    AND coalesce(actor_id, '') = (SELECT current_setting('app.actor', true))
    AND coalesce(actor_organisation, '') = (SELECT current_setting('app.organisation', true))
    AND EXISTS (SELECT 1 FROM "evidence" e WHERE e.id = evidence_id AND e.case_id = custody_entry.case_id));
-- The log names staff: parties learn from the system which of them opened a file, and when.
CREATE POLICY custody_entry_read ON "custody_entry" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator'));

CREATE FUNCTION refuse_change_of_custody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'custody_entry is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER custody_entry_is_append_only BEFORE UPDATE OR DELETE ON "custody_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_custody();
CREATE TRIGGER custody_entry_is_not_truncated BEFORE TRUNCATE ON "custody_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_custody();
