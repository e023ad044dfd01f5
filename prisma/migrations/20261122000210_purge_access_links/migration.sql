-- A mailed link holds a name and an address: once its time is long over, the worker deletes it, and nobody else does.
GRANT DELETE ON "access_link" TO recours_app;
CREATE POLICY access_link_purge ON "access_link" AS RESTRICTIVE FOR DELETE
  USING ((SELECT current_setting('app.role', true)) = 'system');
