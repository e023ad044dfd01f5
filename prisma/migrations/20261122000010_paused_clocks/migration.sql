-- A paused clock has a deadline too: the pause counts up to the rule's cap. usecases/clocks/run-due-clocks.server.ts
DROP INDEX clock_due;
CREATE INDEX clock_due ON "clock" (due_at) WHERE state IN ('running', 'paused');
