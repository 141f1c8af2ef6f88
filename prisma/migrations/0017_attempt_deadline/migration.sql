-- When an attempt has to be over. Its worker ends it then; should that fail, any other process can, long after it.
-- Null for attempts that were started before there was a deadline: they end with their worker.
ALTER TABLE "job_attempt" ADD COLUMN "deadline_at" TIMESTAMPTZ(3);
