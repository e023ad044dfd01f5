-- Answering: promises with clocks of their own, what makes answers comparable, and the desk's own papers: drafts,
-- templates, proposals for a second reader, notes, mentions, who follows a case and who is at it. The papers are the
-- operator's alone: neither complainants nor other operators nor the regulator read them.

-- One clock of a kind runs at a time, but each promise has its own.
DROP INDEX clock_one_open;
CREATE UNIQUE INDEX clock_one_open ON "clock" (case_id, kind) WHERE state IN ('running', 'paused') AND kind <> 'remedy';

-- The bands of each answer's words: answers that share one may be alike. usecases/responses/queries/alike-answers.server.ts
CREATE TABLE "answer_band" (
    "operator_id" TEXT NOT NULL,
    "band" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "response_id" UUID NOT NULL,
    -- What happened, where the same words rightly answer many: the times of an outage.
    "occasion" TEXT,

    CONSTRAINT "answer_band_pkey" PRIMARY KEY ("operator_id", "band", "at", "response_id")
);
GRANT SELECT, INSERT ON "answer_band" TO recours_app;
ALTER TABLE "answer_band" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "answer_band" FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_band_own ON "answer_band" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

CREATE TABLE "answer_draft" (
    "case_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    -- Counts the savings: of two windows of one person, the later one is told.
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_draft_pkey" PRIMARY KEY ("case_id", "author_id"),
    CONSTRAINT "answer_draft_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "answer_draft" TO recours_app;
ALTER TABLE "answer_draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "answer_draft" FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_draft_own ON "answer_draft" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))
      AND author_id = (SELECT current_setting('app.actor', true))
      AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))
      AND author_id = (SELECT current_setting('app.actor', true))
      AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));

CREATE TABLE "answer_presence" (
    "case_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_presence_pkey" PRIMARY KEY ("case_id", "author_id"),
    CONSTRAINT "answer_presence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);

CREATE TABLE "answer_proposal" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    -- waiting, returned, sent
    "state" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "reader_id" TEXT,
    "reader_name" TEXT,
    "remark" TEXT,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "answer_proposal_state" CHECK (state IN ('waiting', 'returned', 'sent')),
    CONSTRAINT "answer_proposal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
CREATE UNIQUE INDEX answer_proposal_waiting ON "answer_proposal" (case_id) WHERE state = 'waiting';
-- What waits for a second reader: usecases/desk/queries/desk-inbox.server.ts
CREATE INDEX answer_proposal_of_operator ON "answer_proposal" (operator_id, submitted_at) WHERE state = 'waiting';
CREATE INDEX "answer_proposal_case_id_idx" ON "answer_proposal" ("case_id");

CREATE TABLE "desk_note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "desk_note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
CREATE INDEX "desk_note_case_id_idx" ON "desk_note" ("case_id");

CREATE TABLE "desk_mention" (
    "note_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_mention_pkey" PRIMARY KEY ("note_id", "user_id"),
    CONSTRAINT "desk_mention_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "desk_note"("id") ON DELETE CASCADE,
    CONSTRAINT "desk_mention_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
-- What somebody has been mentioned in and not read: usecases/desk/queries/desk-inbox.server.ts
CREATE INDEX desk_mention_unread ON "desk_mention" (user_id, at DESC) WHERE read_at IS NULL;

CREATE TABLE "case_watch" (
    "case_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_watch_pkey" PRIMARY KEY ("case_id", "user_id"),
    CONSTRAINT "case_watch_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
);
CREATE INDEX case_watch_of_user ON "case_watch" (user_id, since DESC);

DO $$
DECLARE paper text;
BEGIN
  FOREACH paper IN ARRAY ARRAY['answer_presence', 'answer_proposal', 'desk_note', 'desk_mention', 'case_watch'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO recours_app', paper);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', paper);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', paper);
    -- A case that went to another operator takes none of this along, and its first operator no longer reads it.
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR ALL
      USING ((SELECT current_setting('app.role', true)) = 'system'
        OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))
          AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)))
      WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
        OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))
          AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)))$policy$,
      paper || '_own', paper);
  END LOOP;
END $$;

CREATE TABLE "answer_template" (
    "id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    -- Offered for every category when null.
    "category" TEXT,
    "language" TEXT NOT NULL,
    "cause" TEXT,
    "action" TEXT,
    "message" TEXT,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_template_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "answer_template_operator_id_idx" ON "answer_template" ("operator_id");

CREATE TABLE "operator_answering" (
    "operator_id" TEXT NOT NULL,
    "second_reader" BOOLEAN NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_answering_pkey" PRIMARY KEY ("operator_id")
);

DO $$
DECLARE setting text;
BEGIN
  FOREACH setting IN ARRAY ARRAY['answer_template', 'operator_answering'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO recours_app', setting);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', setting);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', setting);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR ALL
      USING ((SELECT current_setting('app.role', true)) = 'system'
        OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
      WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
        OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))$policy$,
      setting || '_own', setting);
  END LOOP;
END $$;

-- Earlier cases of the same line with the same operator: usecases/casework/queries/desk-papers.server.ts
CREATE INDEX complainant_identity_line_number ON "complainant_identity" (line_number) WHERE line_number IS NOT NULL;

-- The desk's papers hold personal data like the case that they are about: they go with it.
CREATE FUNCTION forget_desk_papers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM answer_draft WHERE case_id = OLD.case_id;
  DELETE FROM answer_proposal WHERE case_id = OLD.case_id;
  DELETE FROM answer_presence WHERE case_id = OLD.case_id;
  DELETE FROM desk_note WHERE case_id = OLD.case_id;
  RETURN OLD;
END $$;
CREATE TRIGGER case_statement_forgets_papers AFTER DELETE ON "case_statement"
  FOR EACH ROW EXECUTE FUNCTION forget_desk_papers();
