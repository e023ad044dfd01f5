-- Files that arrive in pieces. usecases/uploads
CREATE TABLE "upload" (
  "id" UUID NOT NULL PRIMARY KEY,
  "draft_id" UUID REFERENCES "draft" ("id") ON DELETE CASCADE,
  "case_id" UUID REFERENCES "case" ("id") ON DELETE CASCADE,
  "file_name" TEXT NOT NULL,
  "size" INTEGER NOT NULL CHECK ("size" >= 0),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  -- A file taken out of the draft takes its upload along: sending it again then begins anew.
  "evidence_id" UUID REFERENCES "evidence" ("id") ON DELETE CASCADE,
  CONSTRAINT "upload_one_owner" CHECK (("draft_id" IS NULL) <> ("case_id" IS NULL))
);
-- begin-upload.server.ts counts what is under way
CREATE INDEX "upload_draft_id_idx" ON "upload" ("draft_id");
CREATE INDEX "upload_case_id_idx" ON "upload" ("case_id");
-- Removing evidence looks for its uploads.
CREATE INDEX "upload_evidence_id_idx" ON "upload" ("evidence_id");
-- sweep-uploads.server.ts
CREATE INDEX "upload_expires_at_idx" ON "upload" ("expires_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "upload" TO recours_app;

ALTER TABLE "upload" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "upload" FORCE ROW LEVEL SECURITY;
CREATE POLICY upload_own ON "upload" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant'
      AND (draft_id::text = (SELECT current_setting('app.draft', true))
        OR case_id::text = (SELECT current_setting('app.case', true)))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'complainant'
      AND (draft_id::text = (SELECT current_setting('app.draft', true))
        OR case_id::text = (SELECT current_setting('app.case', true)))));
