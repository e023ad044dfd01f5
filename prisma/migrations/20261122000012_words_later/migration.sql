-- Words of many accounts at once are made beside their writing.
-- to_tsvector takes half of the time in which an account is written. A transaction that writes thousands sets
-- app.words to 'later': its cases are noted here, and make_words() makes their words some hundreds at a time.

CREATE TABLE "case_search_todo" (
    "case_id" UUID NOT NULL,

    CONSTRAINT "case_search_todo_pkey" PRIMARY KEY ("case_id")
);

-- No policy and no grant: nothing for anybody but the owner's functions below.
ALTER TABLE "case_search_todo" ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION words_of(narrative text) RETURNS tsvector LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT to_tsvector('simple', unaccent(left(narrative, 100000)))
$$;

CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('app.words', true) = 'later' THEN
    INSERT INTO case_search_todo VALUES (NEW.case_id) ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO case_search VALUES (NEW.case_id, words_of(NEW.narrative))
    ON CONFLICT (case_id) DO UPDATE SET search = EXCLUDED.search;
  END IF;
  RETURN NULL;
END $$;

-- Makes the words of `most` noted cases; safe beside another run. Returns how many there were.
CREATE FUNCTION make_words(most int) RETURNS int
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH noted AS (
    DELETE FROM case_search_todo WHERE case_id IN (
      SELECT case_id FROM case_search_todo LIMIT most FOR UPDATE SKIP LOCKED)
    RETURNING case_id),
  made AS (
    INSERT INTO case_search SELECT s.case_id, words_of(s.narrative) FROM noted JOIN case_statement s USING (case_id)
    ON CONFLICT (case_id) DO UPDATE SET search = EXCLUDED.search)
  SELECT count(*)::int FROM noted
$$;

REVOKE EXECUTE ON FUNCTION words_of(text), make_words(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_words(int) TO recours_app;
