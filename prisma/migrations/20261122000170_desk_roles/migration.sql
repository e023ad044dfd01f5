-- What a liaison may do at the operator's desk; without meaning for the regulator's staff.
ALTER TABLE "user"
  ADD COLUMN desk_role TEXT NOT NULL DEFAULT 'agent' CHECK (desk_role IN ('agent', 'approver', 'administrator')),
  -- From then on the person can't sign in; what she did keeps her name.
  ADD COLUMN suspended_at TIMESTAMPTZ(3),
  -- The password is known to others, so it opens nothing but the page that sets a new one.
  ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT false;

-- Lists an operator's people.
CREATE INDEX user_of_operator ON "user" (operator_id);
