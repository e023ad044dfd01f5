-- Rules and calendars as dated versions that administrators publish: append-only once published.

CREATE TABLE "rule_version" (
    "id" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "applies_to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "activates_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "published_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rule_version_state" CHECK (state IN ('draft', 'published', 'withdrawn')),
    CONSTRAINT "rule_version_applies_to" CHECK (applies_to IN ('new-clocks', 'open-clocks')),
    CONSTRAINT "rule_version_published" CHECK ((state = 'draft') = (published_at IS NULL) AND (state = 'draft' OR (activates_at IS NOT NULL AND published_by IS NOT NULL)))
);
CREATE UNIQUE INDEX "rule_version_line_number_key" ON "rule_version" ("line", "number");

CREATE TABLE "calendar_version" (
    "id" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "definition" JSONB,
    "applies_to" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "activates_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "published_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "calendar_version_state" CHECK (state IN ('draft', 'published', 'withdrawn')),
    CONSTRAINT "calendar_version_applies_to" CHECK (applies_to IN ('new-clocks', 'open-clocks')),
    CONSTRAINT "calendar_version_published" CHECK ((state = 'draft') = (published_at IS NULL) AND (state = 'draft' OR (definition IS NOT NULL AND activates_at IS NOT NULL AND published_by IS NOT NULL)))
);

CREATE TABLE "version_run" (
    "version_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "activates_at" TIMESTAMPTZ(3) NOT NULL,
    "cursor" UUID,
    "checked" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "version_run_pkey" PRIMARY KEY ("version_id"),
    CONSTRAINT "version_run_kind" CHECK (kind IN ('rule', 'calendar'))
);
-- The worker's activations: usecases/rules/run-activations.server.ts
CREATE INDEX version_run_unfinished ON "version_run" (activates_at) WHERE finished_at IS NULL;

-- A published version can only be withdrawn, whole and before it is in force: clocks have been counted by the others.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'withdrawn' AND OLD.activates_at > now()
    AND to_jsonb(NEW) - '{state,withdrawn_at,withdrawn_by_name}'::text[] = to_jsonb(OLD) - '{state,withdrawn_at,withdrawn_by_name}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % of % refused', TG_TABLE_NAME, TG_OP, OLD.id USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER rule_version_is_append_only BEFORE UPDATE OR DELETE ON "rule_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER rule_version_is_not_truncated BEFORE TRUNCATE ON "rule_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER calendar_version_is_append_only BEFORE UPDATE OR DELETE ON "calendar_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER calendar_version_is_not_truncated BEFORE TRUNCATE ON "calendar_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();

GRANT SELECT, INSERT, UPDATE, DELETE ON "rule_version", "calendar_version" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "version_run" TO recours_app;

-- What is published is law for everybody, and every process reads it without an actor; drafts are the regulator's.
ALTER TABLE "rule_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_version" FORCE ROW LEVEL SECURITY;
CREATE POLICY rule_version_read ON "rule_version" FOR SELECT
  USING (state <> 'draft' OR (SELECT current_setting('app.role', true)) IN ('case_officer', 'auditor', 'administrator'));
CREATE POLICY rule_version_add ON "rule_version" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'administrator' AND created_by = (SELECT current_setting('app.actor', true)));
CREATE POLICY rule_version_change ON "rule_version" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'administrator');
CREATE POLICY rule_version_remove ON "rule_version" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'administrator');

ALTER TABLE "calendar_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_version" FORCE ROW LEVEL SECURITY;
CREATE POLICY calendar_version_read ON "calendar_version" FOR SELECT
  USING (state <> 'draft' OR (SELECT current_setting('app.role', true)) IN ('case_officer', 'auditor', 'administrator'));
CREATE POLICY calendar_version_add ON "calendar_version" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'administrator' AND created_by = (SELECT current_setting('app.actor', true)));
CREATE POLICY calendar_version_change ON "calendar_version" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'administrator');
CREATE POLICY calendar_version_remove ON "calendar_version" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'administrator');

ALTER TABLE "version_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "version_run" FORCE ROW LEVEL SECURITY;
CREATE POLICY version_run_read ON "version_run" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator'));
CREATE POLICY version_run_add ON "version_run" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'administrator');
CREATE POLICY version_run_change ON "version_run" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator'));
