-- A receipt code rests as Argon2id with a salt of its own (decision 010). To hash what somebody typed, the salt of the
-- reference has to be known before the case may be seen: this function gives it, and nothing else of the case.
-- Row-level security binds every role, so the one query is asked as the system and the caller's role put back.
CREATE FUNCTION receipt_hash_setting(wanted text) RETURNS text
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  caller text := current_setting('app.role', true);
  found text;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  SELECT regexp_replace(c.receipt_hash, '\$[^$]*$', '') INTO found FROM "case" c WHERE c.reference = wanted;
  PERFORM set_config('app.role', coalesce(caller, ''), true);
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION receipt_hash_setting(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receipt_hash_setting(text) TO recours_app;
