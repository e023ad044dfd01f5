-- A confirmed e-mail address replaces a lost receipt code: usecases/receipts.

-- Keyed digest of the address that was confirmed: another address on the same case is not confirmed by it.
ALTER TABLE "complainant_contact" ADD COLUMN "verified_email_digest" TEXT;

-- One-time links that went to an address. The token itself is in the mail alone.
CREATE TABLE "contact_token" (
    "token_hash" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "email_digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_token_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "contact_token_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id"),
    CONSTRAINT "contact_token_purpose" CHECK (purpose IN ('verify-address', 'renew-code'))
);
-- Earlier links of a case: usecases/receipts/contact-tokens.server.ts
CREATE INDEX contact_token_case ON "contact_token" (case_id, purpose);

GRANT SELECT, INSERT, DELETE ON "contact_token" TO recours_app;
ALTER TABLE "contact_token" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_token" FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_token_system ON "contact_token" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

-- Some events are the complainant's and the regulator's business, and not the operator's.
ALTER POLICY case_event_read ON "case_event"
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'analyst' AND visibility IN ('parties', 'operator'))
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL) AND visibility IN ('parties', 'operator'))
    OR ((SELECT current_setting('app.role', true)) = 'complainant' AND case_id::text = (SELECT current_setting('app.case', true)) AND visibility IN ('parties', 'complainant')));
