-- CreateTable
CREATE TABLE "collective_text" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_title" TEXT,
    "approved_body" TEXT,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "collective_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collective_page" (
    "case_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "case_state" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "support_closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "collective_page_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "collective_tally" (
    "case_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "shard" SMALLINT NOT NULL,
    "joined" INTEGER NOT NULL DEFAULT 0,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    "stated" INTEGER NOT NULL DEFAULT 0,
    "loss_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "collective_tally_pkey" PRIMARY KEY ("case_id","day","shard")
);

-- CreateTable
CREATE TABLE "supporter_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "identity_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT,
    "line_number" TEXT,
    "loss_minor" BIGINT,
    "loss_text" TEXT,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "network" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supporter_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "identity_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT,
    "language" TEXT NOT NULL,
    "name" TEXT,
    "line_number" TEXT,
    "loss_minor" BIGINT,
    "loss_text" TEXT,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "supporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporter_event" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "network" TEXT,

    CONSTRAINT "supporter_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "collective_text_case_id_proposed_at_idx" ON "collective_text"("case_id", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "collective_page_slug_key" ON "collective_page"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "collective_page_reference_key" ON "collective_page"("reference");

-- CreateIndex
CREATE INDEX "supporter_request_expires_at_idx" ON "supporter_request"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "supporter_case_id_identity_key_key" ON "supporter"("case_id", "identity_key");

-- CreateIndex
CREATE INDEX "supporter_event_case_id_at_idx" ON "supporter_event"("case_id", "at");

-- AddForeignKey
ALTER TABLE "collective_text" ADD CONSTRAINT "collective_text_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collective_page" ADD CONSTRAINT "collective_page_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collective_page" ADD CONSTRAINT "collective_page_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collective_tally" ADD CONSTRAINT "collective_tally_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "collective_page"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_request" ADD CONSTRAINT "supporter_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "collective_page"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "collective_page"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_event" ADD CONSTRAINT "supporter_event_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the public reads is in collective_page and collective_tally; people are in tables of their own, which only the
-- system and, for reading, the case officer reach.
GRANT SELECT, INSERT, UPDATE ON "collective_text", "collective_page", "collective_tally", "supporter" TO recours_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "supporter_request" TO recours_app;
GRANT SELECT, INSERT ON "supporter_event" TO recours_app;
GRANT USAGE ON SEQUENCE "supporter_event_id_seq" TO recours_app;

ALTER TABLE "collective_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "collective_text" FORCE ROW LEVEL SECURITY;
CREATE POLICY collective_text_read ON "collective_text" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true))));
CREATE POLICY collective_text_add ON "collective_text" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY collective_text_change ON "collective_text" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

-- Approved texts and sums are public: every role that names itself reads them.
ALTER TABLE "collective_page" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "collective_page" FORCE ROW LEVEL SECURITY;
CREATE POLICY collective_page_read ON "collective_page" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) <> '');
CREATE POLICY collective_page_add ON "collective_page" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY collective_page_change ON "collective_page" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "collective_tally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "collective_tally" FORCE ROW LEVEL SECURITY;
CREATE POLICY collective_tally_read ON "collective_tally" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) <> '');
CREATE POLICY collective_tally_add ON "collective_tally" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY collective_tally_change ON "collective_tally" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "supporter_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supporter_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY supporter_request_all ON "supporter_request"
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "supporter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supporter" FORCE ROW LEVEL SECURITY;
CREATE POLICY supporter_read ON "supporter" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer'));
CREATE POLICY supporter_add ON "supporter" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY supporter_change ON "supporter" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "supporter_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supporter_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY supporter_event_read ON "supporter_event" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer'));
CREATE POLICY supporter_event_add ON "supporter_event" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

-- The public page says how the case stands without reading the case: what changes there is copied.
CREATE FUNCTION follow_collective_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE collective_page SET case_state = NEW.state, operator_id = NEW.operator_id WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER case_collective_page AFTER UPDATE OF state, operator_id ON "case"
  FOR EACH ROW WHEN (NEW.track = 'collective' AND (NEW.state, NEW.operator_id) IS DISTINCT FROM (OLD.state, OLD.operator_id))
  EXECUTE FUNCTION follow_collective_case();
