-- Ways back to a draft from another browser, and what becomes of it on the day from which it may be filed.

CREATE TABLE "draft_key" (
  "id" UUID PRIMARY KEY,
  "draft_id" UUID NOT NULL REFERENCES "draft"("id") ON DELETE CASCADE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('code', 'link')),
  "secret_hash" TEXT NOT NULL,
  "sealed_token" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3)
);

-- resumeDraft: by the digest of what somebody holds.
CREATE UNIQUE INDEX "draft_key_secret_hash_key" ON "draft_key"("secret_hash");
CREATE INDEX "draft_key_draft_id_idx" ON "draft_key"("draft_id");

CREATE TABLE "draft_plan" (
  "draft_id" UUID PRIMARY KEY REFERENCES "draft"("id") ON DELETE CASCADE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('remind', 'file')),
  "due_on" DATE NOT NULL,
  "channel" TEXT NOT NULL CHECK ("channel" IN ('mail', 'sms')),
  "address" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "sealed_token" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "done_at" TIMESTAMPTZ(3)
);

-- runDraftPlans: those that wait, by their day.
CREATE INDEX "draft_plan_waiting_idx" ON "draft_plan"("due_on") WHERE "done_at" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "draft_key", "draft_plan" TO recours_app;

ALTER TABLE "draft_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "draft_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_key_own ON "draft_key" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND (draft_id::text = (SELECT current_setting('app.draft', true)) OR secret_hash = (SELECT current_setting('app.token', true)))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND (draft_id::text = (SELECT current_setting('app.draft', true)) OR secret_hash = (SELECT current_setting('app.token', true)))));

ALTER TABLE "draft_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "draft_plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_plan_own ON "draft_plan" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'complainant' AND draft_id::text = (SELECT current_setting('app.draft', true))));
