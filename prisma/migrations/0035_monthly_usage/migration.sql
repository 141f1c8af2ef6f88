-- What each user's attempts have used in a month, in UTC: budgets are checked against it. Jobs and their facts are
-- removed before a long month ends. A row for each user, so that attempts of different users do not wait for each other.
CREATE TABLE "monthly_usage" (
    "month" DATE NOT NULL,
    "user_id" UUID NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "cost_usd" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "monthly_usage_pkey" PRIMARY KEY ("month","user_id")
);

ALTER TABLE "monthly_usage" ADD CONSTRAINT "monthly_usage_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION add_job_attempt_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO monthly_usage AS total (month, user_id, input_tokens, output_tokens, cost_usd)
  SELECT date_trunc('month', NEW.finished_at AT TIME ZONE 'UTC'), owner_id,
         COALESCE(NEW.input_tokens, 0), COALESCE(NEW.output_tokens, 0), COALESCE(NEW.cost_usd, 0)
  FROM canvas_job WHERE id = NEW.job_id
  ON CONFLICT (month, user_id) DO UPDATE
  SET input_tokens = total.input_tokens + excluded.input_tokens,
      output_tokens = total.output_tokens + excluded.output_tokens,
      cost_usd = total.cost_usd + excluded.cost_usd;
  RETURN NULL;
END
$$;

-- A trigger, so that attempts of versions before this one count, too. Deferred, so that the row of the user is the last
-- one that the transaction locks, and for a short time only.
CREATE CONSTRAINT TRIGGER job_attempt_usage AFTER UPDATE ON "job_attempt" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.outcome IS NULL AND NEW.outcome IS NOT NULL
        AND (NEW.input_tokens > 0 OR NEW.output_tokens > 0 OR NEW.cost_usd > 0))
  EXECUTE FUNCTION add_job_attempt_usage();

-- The current month so far: of jobs that have ended, and of the earlier attempts of those that have not. The trigger has
-- locked the attempts, so that none ends in between.
INSERT INTO monthly_usage (month, user_id, input_tokens, output_tokens, cost_usd)
SELECT (date_trunc('month', now() AT TIME ZONE 'UTC'))::date, owner_id, sum(input_tokens), sum(output_tokens), sum(cost_usd)
FROM (
  SELECT at, owner_id, input_tokens, output_tokens, COALESCE(cost_usd, 0) AS cost_usd FROM job_fact
  UNION ALL
  SELECT attempt.finished_at, job.owner_id, COALESCE(attempt.input_tokens, 0), COALESCE(attempt.output_tokens, 0),
         COALESCE(attempt.cost_usd, 0)
  FROM canvas_job job JOIN job_attempt attempt ON attempt.job_id = job.id
  WHERE job.finished_at IS NULL AND attempt.outcome IS NOT NULL
    AND attempt.number > (SELECT COALESCE(max(event.attempt), 0) FROM job_event event
                          WHERE event.job_id = job.id AND event.type = 'JobQueued')
) AS used
WHERE at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
GROUP BY owner_id
HAVING sum(input_tokens) > 0 OR sum(output_tokens) > 0 OR sum(cost_usd) > 0;
