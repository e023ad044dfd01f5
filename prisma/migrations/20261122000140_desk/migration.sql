-- The operator's desk: what its lists read, who has which case, saved views, who stands in for whom.
-- All of it is the operator's own: its people and the system read it, the regulator's staff and complainants never.

-- One narrow row a served case, kept by the triggers below. Lists filter and count on its indexes alone; the few rows
-- that are shown are then read from "case", under its own policies.
CREATE TABLE "desk_case" (
    "case_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    -- In a state in which the operator has to do something: the queue.
    "waiting" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    -- Disputed at least once, whatever its state now.
    "disputed" BOOLEAN NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    -- 'infinity' for a case without a running clock, so that a place in the list is always (due_at, case_id).
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "assignee" TEXT,
    "flagged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "desk_case_pkey" PRIMARY KEY ("case_id")
);

-- Every change of assignment, in order; who has a case now stands in desk_case.
CREATE TABLE "case_assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    "assignee" TEXT,
    -- The person for whom the assignee stands in.
    "covers" TEXT,
    -- Null when the desk's own rule assigned it.
    "assigned_by" TEXT,
    -- manual, round-robin, category
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("id")
);
-- The history of one case's assignment: usecases/desk/queries/assignments.server.ts
CREATE INDEX case_assignment_case ON "case_assignment" (case_id, at);

CREATE TABLE "desk_setting" (
    "operator_id" TEXT NOT NULL,
    -- manual, round-robin, category
    "assignment" TEXT NOT NULL DEFAULT 'manual',
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_setting_pkey" PRIMARY KEY ("operator_id")
);

CREATE TABLE "desk_category" (
    "operator_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "desk_category_pkey" PRIMARY KEY ("operator_id", "category"),
    CONSTRAINT "desk_category_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- How one person works at the desk; without a row, as the defaults say.
CREATE TABLE "desk_member" (
    "user_id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    -- Takes part in round robin.
    "takes_cases" BOOLEAN NOT NULL DEFAULT true,
    "last_assigned_at" TIMESTAMPTZ(3),
    "away_from" DATE,
    "away_to" DATE,
    "cover_id" TEXT,
    -- Columns of the queue; empty for the usual ones.
    "columns" TEXT[] NOT NULL DEFAULT '{}',
    "default_view" UUID,
    "digest" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "desk_member_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "desk_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "desk_view" (
    "id" UUID NOT NULL,
    "operator_id" TEXT NOT NULL,
    -- Null for a view that the whole desk shares.
    "owner_id" TEXT,
    "name" TEXT NOT NULL,
    -- The filter as the list's address carries it.
    "query" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_view_pkey" PRIMARY KEY ("id")
);
-- The views over the queue: usecases/desk/queries/desk-views.server.ts
CREATE INDEX desk_view_operator ON "desk_view" (operator_id, owner_id);

GRANT SELECT ON "desk_case" TO recours_app;
GRANT UPDATE ("assignee", "flagged") ON "desk_case" TO recours_app;
GRANT SELECT, INSERT ON "case_assignment" TO recours_app;
GRANT SELECT, INSERT, UPDATE ON "desk_setting", "desk_member" TO recours_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "desk_view" TO recours_app;
GRANT SELECT, INSERT, DELETE ON "desk_category" TO recours_app;

ALTER TABLE "desk_case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_case" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_case_own ON "desk_case" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "case_assignment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case_assignment" FORCE ROW LEVEL SECURITY;
CREATE POLICY case_assignment_own ON "case_assignment" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "desk_setting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_setting" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_setting_own ON "desk_setting" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "desk_category" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_category" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_category_own ON "desk_category" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

ALTER TABLE "desk_member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_member" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_member_own ON "desk_member" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true))));

-- A view of one's own is seen by nobody else, not even at the same desk.
ALTER TABLE "desk_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "desk_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_view_own ON "desk_view" FOR ALL
  USING ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND (owner_id IS NULL OR owner_id = (SELECT current_setting('app.actor', true)))))
  WITH CHECK ((SELECT current_setting('app.role', true)) = 'system' OR ((SELECT current_setting('app.role', true)) = 'liaison' AND operator_id = (SELECT current_setting('app.organisation', true)) AND (owner_id IS NULL OR owner_id = (SELECT current_setting('app.actor', true)))));

-- Follows "case". A case that goes to another operator comes there without what the first one noted on it. Whoever
-- changes a case (its complainant too) changes this row, so the function acts as the system.
CREATE FUNCTION keep_desk_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  acting text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  IF NEW.served_at IS NULL THEN
    DELETE FROM desk_case WHERE case_id = NEW.id;
  ELSE
    INSERT INTO desk_case AS d (case_id, operator_id, waiting, state, category, service, region, source, urgent,
      disputed, filed_at, due_at)
    VALUES (NEW.id, NEW.operator_id, NEW.state IN ('served', 'returned', 'disputed'), NEW.state, NEW.category,
      NEW.service, NEW.region, NEW.source, NEW.urgent, NEW.disputes > 0, NEW.filed_at, coalesce(NEW.due_at, 'infinity'))
    ON CONFLICT (case_id) DO UPDATE SET operator_id = EXCLUDED.operator_id, waiting = EXCLUDED.waiting,
      state = EXCLUDED.state, disputed = EXCLUDED.disputed, urgent = EXCLUDED.urgent, due_at = EXCLUDED.due_at,
      assignee = CASE WHEN d.operator_id = EXCLUDED.operator_id THEN d.assignee END,
      flagged = d.flagged AND d.operator_id = EXCLUDED.operator_id;
  END IF;
  PERFORM set_config('app.role', acting, true);
  PERFORM pg_notify('case_changed', json_build_object('operator', NEW.operator_id, 'case', NEW.id)::text);
  IF TG_OP = 'UPDATE' AND OLD.operator_id <> NEW.operator_id THEN
    PERFORM pg_notify('case_changed', json_build_object('operator', OLD.operator_id, 'case', NEW.id)::text);
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION keep_desk_case() FROM PUBLIC;
CREATE TRIGGER case_on_desk AFTER INSERT ON "case"
  FOR EACH ROW WHEN (NEW.served_at IS NOT NULL) EXECUTE FUNCTION keep_desk_case();
CREATE TRIGGER case_on_desk_changed AFTER UPDATE ON "case"
  FOR EACH ROW WHEN (NEW.served_at IS NOT NULL OR OLD.served_at IS NOT NULL) EXECUTE FUNCTION keep_desk_case();

-- What the desk itself changes is told as well.
CREATE FUNCTION tell_desk() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('case_changed', json_build_object('operator', NEW.operator_id, 'case', NEW.case_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER desk_case_told AFTER UPDATE OF assignee, flagged ON "desk_case"
  FOR EACH ROW WHEN (OLD.assignee IS DISTINCT FROM NEW.assignee OR OLD.flagged <> NEW.flagged)
  EXECUTE FUNCTION tell_desk();

-- All rows anew, for the cases that were there before and after loading many at once.
CREATE FUNCTION rebuild_desk_cases() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.role', 'system', true);
  INSERT INTO desk_case (case_id, operator_id, waiting, state, category, service, region, source, urgent, disputed,
    filed_at, due_at)
  SELECT id, operator_id, state IN ('served', 'returned', 'disputed'), state, category, service, region, source, urgent,
    disputes > 0, filed_at, coalesce(due_at, 'infinity')
  FROM "case" WHERE served_at IS NOT NULL
  ON CONFLICT (case_id) DO UPDATE SET operator_id = EXCLUDED.operator_id, waiting = EXCLUDED.waiting,
    state = EXCLUDED.state, disputed = EXCLUDED.disputed, urgent = EXCLUDED.urgent, due_at = EXCLUDED.due_at;
END $$;
REVOKE EXECUTE ON FUNCTION rebuild_desk_cases() FROM PUBLIC;
SELECT rebuild_desk_cases();

-- The queue by deadline and its counters, whatever the filter: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX desk_waiting_due ON "desk_case" (operator_id, due_at, case_id)
  INCLUDE (state, category, service, region, source, urgent, disputed, assignee, flagged, filed_at) WHERE waiting;
-- The queue by date of filing: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX desk_waiting_filed ON "desk_case" (operator_id, filed_at, case_id)
  INCLUDE (state, category, service, region, source, urgent, disputed, assignee, flagged, due_at) WHERE waiting;
-- One person's cases by deadline: usecases/complaints/queries/operator-queue.server.ts, the daily digest
CREATE INDEX desk_assignee_due ON "desk_case" (operator_id, assignee, due_at, case_id)
  INCLUDE (state, category, service, region, source, urgent, disputed, flagged, filed_at) WHERE waiting AND assignee IS NOT NULL;
-- All of an operator's cases by date of filing: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX desk_filed ON "desk_case" (operator_id, filed_at, case_id)
  INCLUDE (state, category, service, region, source, urgent, disputed, assignee, flagged, due_at);
-- The same in one state: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX desk_state_filed ON "desk_case" (operator_id, state, filed_at, case_id)
  INCLUDE (category, service, region, source, urgent, disputed, assignee, flagged, due_at);
-- Nothing reads the queue from "case" any more.
DROP INDEX case_queue;

-- Which of some cases hold the words: a commoner word is looked for while walking a list, a lot at a time.
CREATE FUNCTION words_among(ids uuid[], words tsquery) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.case_id FROM case_search s WHERE may_search_words() AND s.case_id = ANY (ids) AND s.search @@ words
$$;
REVOKE EXECUTE ON FUNCTION words_among(uuid[], tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION words_among(uuid[], tsquery) TO recours_app;

-- The last digits of a line's number, however it was written. Under row-level security an index serves only
-- leakproof operators: equality of a plain column is one, an expression or LIKE is not.
ALTER TABLE "complainant_identity" ADD COLUMN "line_tail" TEXT;
CREATE FUNCTION keep_line_tail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.line_tail := right(regexp_replace(NEW.line_number, '\D', '', 'g'), 5);
  RETURN NEW;
END $$;
CREATE TRIGGER complainant_identity_line BEFORE INSERT OR UPDATE OF line_number ON "complainant_identity"
  FOR EACH ROW EXECUTE FUNCTION keep_line_tail();
SELECT set_config('app.role', 'system', true);
UPDATE "complainant_identity" SET line_number = line_number WHERE line_number IS NOT NULL;
-- Cases by their line's number: usecases/complaints/queries/operator-queue.server.ts
CREATE INDEX complainant_identity_line ON "complainant_identity" (line_tail);
