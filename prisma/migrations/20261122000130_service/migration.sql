-- Proof of service by channel and attempt, webhooks, and desks that cases don't reach.

ALTER TABLE "delivery"
  ADD COLUMN "sent_at" TIMESTAMPTZ(3),
  ADD COLUMN "opened_at" TIMESTAMPTZ(3),
  ADD COLUMN "failed_at" TIMESTAMPTZ(3),
  ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3),
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "proof" TEXT,
  ADD COLUMN "proof_answer" TEXT;
-- Every mail is tried again on the portal's own schedule.
ALTER TABLE "mail_outbox"
  ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3),
  ADD COLUMN "started_at" TIMESTAMPTZ(3);

CREATE TABLE "delivery_attempt" (
    "id" UUID NOT NULL,
    "delivery_id" UUID,
    "webhook_delivery_id" UUID,
    "operator_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "answer" TEXT,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "delivery_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id")
);
CREATE INDEX delivery_attempt_delivery ON "delivery_attempt" (delivery_id, at) WHERE delivery_id IS NOT NULL;
CREATE INDEX delivery_attempt_webhook ON "delivery_attempt" (webhook_delivery_id, at) WHERE webhook_delivery_id IS NOT NULL;
-- When a desk was last reached: usecases/service/watch-desks.server.ts
CREATE INDEX delivery_attempt_taken ON "delivery_attempt" (operator_id, at) WHERE outcome = 'taken';

CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "events" TEXT[],
    "state" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_secret_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "failing_since" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_endpoint_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id"),
    CONSTRAINT "webhook_endpoint_state" CHECK (state IN ('active', 'paused', 'disabled', 'removed'))
);
CREATE INDEX "webhook_endpoint_operator_id_idx" ON "webhook_endpoint" (operator_id);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "case_id" UUID,
    "reference" TEXT,
    "delivery_id" UUID,
    "message_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_outcome" TEXT,
    "last_status" INTEGER,
    "replays" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id"),
    CONSTRAINT "webhook_delivery_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id"),
    CONSTRAINT "webhook_delivery_state" CHECK (state IN ('queued', 'sent', 'delivered', 'failed'))
);
-- A message reaches an endpoint once, however often its event is looked at.
CREATE UNIQUE INDEX "webhook_delivery_endpoint_id_message_id_key" ON "webhook_delivery" (endpoint_id, message_id);
-- The sender: usecases/service/send-webhooks.server.ts
CREATE INDEX webhook_delivery_waiting ON "webhook_delivery" (endpoint_id, next_attempt_at) WHERE state IN ('queued', 'sent');
-- The log of an endpoint: usecases/service/queries/webhook-log.server.ts
CREATE INDEX webhook_delivery_log ON "webhook_delivery" (endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_service ON "webhook_delivery" (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE TABLE "desk_incident" (
    "id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "cases_affected" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_incident_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "desk_incident_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id"),
    CONSTRAINT "desk_incident_kind" CHECK (kind IN ('no-channel', 'all-failing', 'some-failing'))
);
-- One incident of a desk is open at a time.
CREATE UNIQUE INDEX desk_incident_open ON "desk_incident" (operator_id) WHERE closed_at IS NULL;
CREATE INDEX desk_incident_opened ON "desk_incident" (opened_at DESC);

-- Deliveries that wait or failed: usecases/service/queries/deliveries.server.ts
CREATE INDEX delivery_undelivered ON "delivery" (queued_at DESC, id DESC) WHERE state IN ('queued', 'sent', 'failed');
CREATE INDEX delivery_queued ON "delivery" (queued_at DESC, id DESC);

GRANT SELECT, INSERT ON "delivery_attempt" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "webhook_endpoint", "webhook_delivery", "desk_incident" TO recours_app;

-- An operator reads the deliveries to its own desk, not those to a desk that had the case before; the portal writes them.
DROP POLICY delivery_read ON "delivery";
DROP POLICY delivery_add ON "delivery";
DROP POLICY delivery_change ON "delivery";
CREATE POLICY delivery_read ON "delivery" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'analyst', 'case_officer', 'auditor', 'administrator')
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND EXISTS (SELECT 1 FROM "case" c WHERE c.id = case_id AND c.operator_id = (SELECT current_setting('app.organisation', true)) AND c.served_at IS NOT NULL)));
CREATE POLICY delivery_add ON "delivery" FOR INSERT WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY delivery_change ON "delivery" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system') WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "delivery_attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "delivery_attempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY delivery_attempt_read ON "delivery_attempt" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'analyst', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY delivery_attempt_add ON "delivery_attempt" FOR INSERT WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "webhook_endpoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook_endpoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_endpoint_read ON "webhook_endpoint" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY webhook_endpoint_add ON "webhook_endpoint" FOR INSERT WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY webhook_endpoint_change ON "webhook_endpoint" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)))) WITH CHECK ((SELECT current_setting('app.role', true)) = 'system'
    OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "webhook_delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_delivery_read ON "webhook_delivery" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY webhook_delivery_add ON "webhook_delivery" FOR INSERT WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY webhook_delivery_change ON "webhook_delivery" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system') WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');

ALTER TABLE "desk_incident" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_incident" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_incident_read ON "desk_incident" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'analyst', 'case_officer', 'auditor', 'administrator') OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));
CREATE POLICY desk_incident_add ON "desk_incident" FOR INSERT WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
CREATE POLICY desk_incident_change ON "desk_incident" FOR UPDATE USING ((SELECT current_setting('app.role', true)) = 'system') WITH CHECK ((SELECT current_setting('app.role', true)) = 'system');
