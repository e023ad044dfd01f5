-- Ways to sign in, confirming a person again, invitations, single sign-on, and the log of what was changed about staff.

ALTER TABLE "session"
  -- password, passkey, sso, or demonstration
  ADD COLUMN method TEXT NOT NULL DEFAULT 'password',
  -- When the person last proved to be herself: at first by signing in.
  ADD COLUMN confirmed_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  ADD COLUMN seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT now();

CREATE TABLE "passkey" (
  id TEXT PRIMARY KEY,
  name TEXT,
  public_key TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,
  counter INTEGER NOT NULL,
  device_type TEXT NOT NULL,
  backed_up BOOLEAN NOT NULL,
  transports TEXT,
  created_at TIMESTAMPTZ(3),
  aaguid TEXT
);
CREATE INDEX passkey_user_id_idx ON "passkey" (user_id);

-- A code of an authenticator app counts once: its digest is kept for as long as the code would be taken.
CREATE TABLE "used_code" (
  user_id TEXT NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (user_id, digest)
);
CREATE INDEX used_code_expires_at_idx ON "used_code" (expires_at);

-- A form that was sent and waits until its sender has confirmed to be herself.
CREATE TABLE "held_form" (
  id UUID PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  sealed TEXT NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX held_form_expires_at_idx ON "held_form" (expires_at);
ALTER TABLE "held_form" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "held_form" FORCE ROW LEVEL SECURITY;
CREATE POLICY held_form_own ON "held_form"
  USING (user_id = (SELECT current_setting('app.actor', true)) OR (SELECT current_setting('app.role', true)) = 'system')
  WITH CHECK (user_id = (SELECT current_setting('app.actor', true)));

-- A link that was mailed: an invitation, a new password, or a device's way past a slowed sign-in. Only its digest is kept.
CREATE TABLE "access_link" (
  id UUID PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'password', 'device')),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  operator_id TEXT REFERENCES "operator" (id),
  desk_role TEXT NOT NULL DEFAULT 'agent' CHECK (desk_role IN ('agent', 'approver', 'administrator')),
  language TEXT NOT NULL,
  user_id TEXT REFERENCES "user" (id) ON DELETE CASCADE,
  created_by TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  withdrawn_at TIMESTAMPTZ(3)
);
CREATE INDEX access_link_of_operator ON "access_link" (operator_id, email);
ALTER TABLE "access_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "access_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY access_link_manage ON "access_link"
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) IN ('system', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND role = 'liaison'));

-- How an operator's people sign in with the operator's own identity provider (OpenID Connect).
CREATE TABLE "operator_sign_in" (
  operator_id TEXT PRIMARY KEY REFERENCES "operator" (id),
  issuer TEXT NOT NULL,
  client_id TEXT NOT NULL,
  -- Sealed with the application's key.
  client_secret TEXT NOT NULL,
  -- The claim whose values name desk roles; empty: roles are given here.
  role_claim TEXT NOT NULL DEFAULT '',
  -- Desk role by a value of that claim.
  role_map JSONB NOT NULL DEFAULT '{}',
  -- invited: only who was invited; domain: whoever has an address of an approved domain
  admission TEXT NOT NULL DEFAULT 'invited' CHECK (admission IN ('invited', 'domain')),
  -- Everybody but the desk's administrators signs in this way alone.
  required BOOLEAN NOT NULL DEFAULT false,
  enabled BOOLEAN NOT NULL DEFAULT false,
  updated_at TIMESTAMPTZ(3) NOT NULL
);
ALTER TABLE "operator_sign_in" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "operator_sign_in" FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_sign_in_own ON "operator_sign_in"
  USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

-- Mail domains whose addresses an operator's identity provider may vouch for, once the regulator has agreed.
CREATE TABLE "operator_domain" (
  operator_id TEXT NOT NULL REFERENCES "operator" (id),
  domain TEXT NOT NULL,
  requested_at TIMESTAMPTZ(3) NOT NULL,
  approved_at TIMESTAMPTZ(3),
  PRIMARY KEY (operator_id, domain)
);
-- A domain belongs to one operator.
CREATE UNIQUE INDEX operator_domain_approved ON "operator_domain" (domain) WHERE approved_at IS NOT NULL;
ALTER TABLE "operator_domain" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "operator_domain" FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_domain_read ON "operator_domain" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
-- An operator asks; only the regulator's administrator approves.
CREATE POLICY operator_domain_ask ON "operator_domain" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'administrator'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND approved_at IS NULL));
CREATE POLICY operator_domain_approve ON "operator_domain" FOR UPDATE
  USING ((SELECT current_setting('app.role', true)) = 'administrator');
CREATE POLICY operator_domain_remove ON "operator_domain" FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'administrator'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

-- Who changed what about whose access. Append-only, like the record of cases.
CREATE TABLE "staff_log" (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  at TIMESTAMPTZ(3) NOT NULL,
  actor_id TEXT,
  actor_name TEXT NOT NULL,
  -- The operator whose people it concerns; null for the regulator's.
  operator_id TEXT REFERENCES "operator" (id),
  subject_id TEXT,
  subject_name TEXT NOT NULL,
  action TEXT NOT NULL,
  detail JSONB NOT NULL DEFAULT '{}'
);
-- Lists an operator's newest entries.
CREATE INDEX staff_log_of_operator ON "staff_log" (operator_id, id DESC);
ALTER TABLE "staff_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "staff_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_log_read ON "staff_log" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'administrator', 'auditor')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY staff_log_add ON "staff_log" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR (actor_id = (SELECT current_setting('app.actor', true))
      AND ((SELECT current_setting('app.role', true)) <> 'liaison' OR operator_id = (SELECT current_setting('app.organisation', true)))));
CREATE FUNCTION refuse_change_of_staff_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'staff_log is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER staff_log_is_append_only BEFORE UPDATE OR DELETE ON "staff_log"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_staff_log();
CREATE TRIGGER staff_log_is_not_truncated BEFORE TRUNCATE ON "staff_log"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_staff_log();

GRANT SELECT, INSERT, UPDATE, DELETE ON "passkey" TO recours_app;
GRANT SELECT, INSERT, DELETE ON "used_code", "held_form" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "access_link", "operator_sign_in" TO recours_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "operator_domain" TO recours_app;
GRANT SELECT, INSERT ON "staff_log" TO recours_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO recours_app;
