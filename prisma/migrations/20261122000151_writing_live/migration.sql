-- Who has the same case before them hears at once that somebody begins or ends writing its answer: routes/operator/live.
CREATE FUNCTION notify_writing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE row_changed answer_presence := coalesce(NEW, OLD);
BEGIN
  PERFORM pg_notify('case_changed', json_build_object('operator', row_changed.operator_id, 'case', row_changed.case_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER answer_presence_changed AFTER INSERT OR DELETE ON "answer_presence"
  FOR EACH ROW EXECUTE FUNCTION notify_writing();
