-- The medians of the market that the regulator publishes to operators. Medians only: no operator's own figure.
CREATE TABLE "published_comparison" (
  "id" UUID NOT NULL,
  "from_day" DATE NOT NULL,
  "to_day" DATE NOT NULL,
  "operators" INTEGER NOT NULL,
  "medians" JSONB NOT NULL,
  "published_at" TIMESTAMPTZ(3) NOT NULL,
  "published_by" TEXT NOT NULL,

  CONSTRAINT "published_comparison_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "published_comparison_period" CHECK ("from_day" <= "to_day"),
  CONSTRAINT "published_comparison_operators" CHECK ("operators" >= 3)
);
-- The latest one, for the operators' page and the regulator's.
CREATE INDEX "published_comparison_published_at_idx" ON "published_comparison"("published_at" DESC);

GRANT SELECT, INSERT ON "published_comparison" TO recours_app;
ALTER TABLE "published_comparison" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "published_comparison" FORCE ROW LEVEL SECURITY;
CREATE POLICY published_comparison_read ON "published_comparison" FOR SELECT
  USING ((SELECT current_setting('app.role', true)) IN ('system', 'liaison', 'analyst', 'case_officer', 'auditor', 'administrator'));
CREATE POLICY published_comparison_add ON "published_comparison" FOR INSERT
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'administrator');
