-- Words of the accounts, in a table of their own.
-- Under row-level security an index serves only leakproof operators, and @@ isn't one: a search of case_statement
-- reads every statement. So the words stand in a table that recours_app may not read at all, behind two functions
-- of its owner that tell which cases hold the words that are looked for, to the roles that may read accounts. What
-- is shown of those cases is still read from "case" and case_statement, under their policies.

CREATE TABLE "case_search" (
    "case_id" UUID NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "case_search_pkey" PRIMARY KEY ("case_id")
);

-- No policy and no grant: nothing for anybody but the owner's functions below.
ALTER TABLE "case_search" ENABLE ROW LEVEL SECURITY;
CREATE INDEX case_search_words ON "case_search" USING gin (search);

SELECT set_config('app.role', 'system', true);
INSERT INTO "case_search" SELECT case_id, search FROM "case_statement" WHERE search IS NOT NULL;

DROP TRIGGER case_statement_search ON "case_statement";
DROP FUNCTION fill_search();
ALTER TABLE "case_statement" DROP COLUMN "search";

CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO case_search VALUES (NEW.case_id, to_tsvector('simple', unaccent(left(NEW.narrative, 100000))))
  ON CONFLICT (case_id) DO UPDATE SET search = EXCLUDED.search;
  RETURN NULL;
END $$;
CREATE TRIGGER case_statement_words AFTER INSERT OR UPDATE OF narrative ON "case_statement"
  FOR EACH ROW EXECUTE FUNCTION keep_words();

CREATE FUNCTION may_search_words() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('app.role', true) IN ('system', 'case_officer', 'auditor', 'administrator', 'liaison')
$$;

-- Cases whose account holds the words, `most` at most and in no order; the limit on the index keeps common words cheap.
CREATE FUNCTION find_words(words tsquery, most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET gin_fuzzy_search_limit = 20000 AS $$
  SELECT s.case_id FROM case_search s WHERE may_search_words() AND s.search @@ words LIMIT most
$$;

-- Whether one case's account holds the words.
CREATE FUNCTION has_words(id uuid, words tsquery) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM case_search s WHERE may_search_words() AND s.case_id = id AND s.search @@ words)
$$;

REVOKE EXECUTE ON FUNCTION keep_words(), find_words(tsquery, int), has_words(uuid, tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_words(tsquery, int), has_words(uuid, tsquery) TO recours_app;
