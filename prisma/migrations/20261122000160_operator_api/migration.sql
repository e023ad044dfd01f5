-- Keys of operators' systems, what was asked with them, answers kept for repeated requests, and when a case changed.

CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_name" TEXT,
    "replaced_by" UUID,
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_address" TEXT,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "api_key_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "operator"("id"),
    CONSTRAINT "api_key_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id"),
    -- A key reaches its owner's cases or its owner's sandbox, never anybody else's.
    CONSTRAINT "api_key_reaches" CHECK (operator_id = owner_id OR operator_id = 'sandbox:' || owner_id),
    CONSTRAINT "api_key_hash" CHECK (hash ~ '^[0-9a-f]{64}$')
);
-- The key that a request brings: usecases/api-keys/find-key.server.ts
CREATE INDEX api_key_prefix ON "api_key" (prefix);
-- The settings page: usecases/api-keys/queries/keys-of-operator.server.ts
CREATE INDEX api_key_owner ON "api_key" (owner_id, created_at DESC);

GRANT SELECT, INSERT, UPDATE ON "api_key" TO recours_app;
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY api_key_read ON "api_key" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND owner_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY api_key_add ON "api_key" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'liaison' AND owner_id = (SELECT current_setting('app.organisation', true)));
CREATE POLICY api_key_change ON "api_key" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND owner_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND owner_id = (SELECT current_setting('app.organisation', true))));

-- One row a request: which key asked for what, when, from where, and what it was answered.
CREATE TABLE "api_request" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "key_id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "operation" TEXT NOT NULL,
    "reference" TEXT,
    "status" INTEGER NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "api_request_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id")
);
-- The last uses of a key: usecases/api-keys/queries/keys-of-operator.server.ts
CREATE INDEX api_request_key ON "api_request" (key_id, id DESC);
-- What is older than the log is kept: usecases/api-keys/delete-old-requests.server.ts
CREATE INDEX api_request_at ON "api_request" (at);

GRANT SELECT, INSERT, DELETE ON "api_request" TO recours_app;
ALTER TABLE "api_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY api_request_read ON "api_request" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND owner_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY api_request_add ON "api_request" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY api_request_remove ON "api_request" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'system');

-- The answer to a writing request under its Idempotency-Key. `body` is null while the first request is at work.
CREATE TABLE "api_idempotency" (
    "operator_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    -- The case's version that the first request met: one whose answer got lost is repeated against it alone.
    "case_version" INTEGER,
    "body" TEXT,

    CONSTRAINT "api_idempotency_pkey" PRIMARY KEY ("operator_id", "key")
);
-- What is older than answers are kept: usecases/operator-api/answer-once.server.ts
CREATE INDEX api_idempotency_started ON "api_idempotency" (started_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON "api_idempotency" TO recours_app;
ALTER TABLE "api_idempotency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_idempotency" FORCE ROW LEVEL SECURITY;
CREATE POLICY api_idempotency_own ON "api_idempotency" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

-- When a case last changed by the database's own clock, whatever instant its events say: lists by it miss nothing.
ALTER TABLE "case" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE FUNCTION note_change_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER case_notes_its_change BEFORE INSERT OR UPDATE ON "case"
  FOR EACH ROW EXECUTE FUNCTION note_change_of_case();
-- The API's list: usecases/operator-api/queries/list-cases.server.ts
CREATE INDEX case_changed ON "case" (operator_id, changed_at, id);

-- Invented cases are for the system and for the keys and staff of their own sandbox, for nobody who counts or decides.
CREATE POLICY case_of_sandbox ON "case" AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'liaison', 'complainant') OR operator_id NOT LIKE 'sandbox:%');
