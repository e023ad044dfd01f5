-- From what a clock's date was counted, when one that stands runs again by itself, and whether its breach may be published.

ALTER TABLE "clock"
    ADD COLUMN "resumes_at" TIMESTAMPTZ(3),
    ADD COLUMN "inputs" JSONB,
    ADD COLUMN "published_at" TIMESTAMPTZ(3);

-- Pauses that reach their cap: usecases/clocks/run-due-clocks.server.ts
CREATE INDEX clock_resumes ON "clock" (resumes_at) WHERE state = 'paused';
-- Breaches that may be published
CREATE INDEX clock_published ON "clock" (published_at) WHERE published_at IS NOT NULL;
