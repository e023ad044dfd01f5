-- Notes: mails and SMS that are not about a case's event (a code to verify an address, a link to go on with a draft).
-- The outbox carries both channels; usecases/notifications/queue-note.server.ts writes notes.
ALTER TABLE "mail_outbox"
  ADD COLUMN "channel" TEXT NOT NULL DEFAULT 'mail',
  ADD COLUMN "params" JSONB,
  ADD CONSTRAINT "mail_outbox_channel" CHECK (channel IN ('mail', 'sms'));

-- Somebody who has no case (a supporter who verifies a telephone) may cause a note, never a case's mail.
CREATE POLICY mail_outbox_note ON "mail_outbox" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'public' AND params IS NOT NULL AND delivery_id IS NULL);
