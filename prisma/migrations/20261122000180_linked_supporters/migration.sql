-- A supporter may name further addresses as her own: a telephone beside her mailbox, the line concerned. What she names
-- is not proved, so it costs only herself: whoever proves such an address is counted in her place.
ALTER TABLE "supporter_request" ADD COLUMN "claimed_keys" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "supporter" ADD COLUMN "claimed_keys" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "supporter" ADD COLUMN "same_as" UUID REFERENCES "supporter"("id");

-- Who named the address that somebody has just proved.
CREATE INDEX "supporter_claimed_keys_idx" ON "supporter" USING gin ("claimed_keys") WHERE "claimed_keys" <> '{}';
-- The next one who is known to be counted already and still waits to be left out.
CREATE INDEX "supporter_waiting_idx" ON "supporter"("case_id", "id") WHERE "state" = 'verified' AND "same_as" IS NOT NULL;
CREATE INDEX "supporter_same_as_idx" ON "supporter"("same_as") WHERE "same_as" IS NOT NULL;
