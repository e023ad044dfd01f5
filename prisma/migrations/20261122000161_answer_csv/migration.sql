-- Files of answers that desks without a system of their own fill in, from their preview to what became of each case.

CREATE TABLE "answer_csv" (
    "id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    -- Sealed: an answer that is not sent yet is read by its desk alone.
    "rows" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    -- What became of each case, once it was sent.
    "results" JSONB,

    CONSTRAINT "answer_csv_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "answer_csv_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id")
);
-- The desk's last files, and those whose time is over: usecases/answers-csv
CREATE INDEX answer_csv_operator ON "answer_csv" (operator_id, uploaded_at DESC);
CREATE INDEX answer_csv_uploaded ON "answer_csv" (uploaded_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON "answer_csv" TO recours_app;
ALTER TABLE "answer_csv" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "answer_csv" FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_csv_own ON "answer_csv" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
