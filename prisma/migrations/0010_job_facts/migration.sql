-- What statistics are made of: facts that stay when their jobs are cleaned up, and sums of whole hours.

CREATE TABLE "job_fact" (
    "job_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID NOT NULL,
    "status" "job_status" NOT NULL,
    "type" "job_type" NOT NULL,
    "planner" TEXT,
    "error_code" TEXT,
    "cache_hit" BOOLEAN,
    "attempts" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL,
    "wait_ms" BIGINT,
    "run_ms" BIGINT,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "cost_usd" DOUBLE PRECISION,

    CONSTRAINT "job_fact_pkey" PRIMARY KEY ("job_id","seq")
);

CREATE INDEX "job_fact_at_idx" ON "job_fact"("at");
CREATE INDEX "job_fact_owner_id_at_idx" ON "job_fact"("owner_id", "at");

ALTER TABLE "job_fact" ADD CONSTRAINT "job_fact_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "job_fact_hour" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "status" "job_status" NOT NULL,
    "type" "job_type" NOT NULL,
    "planner" TEXT NOT NULL,
    "error_code" TEXT NOT NULL,
    "jobs" INTEGER NOT NULL,
    "tried" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "retried" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL,
    "cache_hits" INTEGER NOT NULL,
    "cache_misses" INTEGER NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "cost_usd" DOUBLE PRECISION,

    CONSTRAINT "job_fact_hour_pkey" PRIMARY KEY ("hour","status","type","planner","error_code")
);

CREATE TABLE "job_duration_hour" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "measure" TEXT NOT NULL,
    "bin" INTEGER NOT NULL,
    "jobs" INTEGER NOT NULL,

    CONSTRAINT "job_duration_hour_pkey" PRIMARY KEY ("hour","measure","bin")
);

ALTER TABLE "job_fact"
  -- A job is accepted, or it ends; nothing else is a fact.
  ADD CONSTRAINT "job_fact_status" CHECK ("status" NOT IN ('PROCESSING', 'CANCELLING')),
  ADD CONSTRAINT "job_fact_failed_has_error" CHECK (("status" = 'FAILED') = ("error_code" IS NOT NULL)),
  ADD CONSTRAINT "job_fact_retries_are_attempts"
    CHECK ("retries" >= 0 AND "attempts" >= 0 AND "retries" <= GREATEST("attempts" - 1, 0)),
  ADD CONSTRAINT "job_fact_durations" CHECK ("wait_ms" >= 0 AND "run_ms" >= 0),
  ADD CONSTRAINT "job_fact_waits_before_attempts" CHECK (("attempts" > 0) = ("wait_ms" IS NOT NULL));
ALTER TABLE "job_duration_hour"
  ADD CONSTRAINT "job_duration_hour_measure" CHECK ("measure" IN ('wait', 'run'));

-- The fact that an event of a log stands for. A job that was put back after its end has another run: only its
-- attempts count, so that each attempt counts once.
CREATE FUNCTION job_fact_of(event job_event) RETURNS SETOF job_fact LANGUAGE sql STABLE AS $$
  SELECT event.job_id, event.seq, event.at, job.owner_id, fact.status, job.type,
         CASE WHEN run.attempts > 0 OR fact.status = 'COMPLETED' THEN job.planner END,
         CASE WHEN fact.status = 'FAILED' THEN COALESCE(event.payload #>> '{error,code}', 'UNKNOWN') END,
         CASE WHEN fact.status = 'COMPLETED' AND job.cache_key IS NOT NULL THEN job.cache_hit END,
         run.attempts, run.retries,
         CASE WHEN run.attempts > 0
              THEN GREATEST(extract(epoch FROM run.started_at - queued.at) * 1000, 0)::bigint END,
         CASE WHEN fact.status = 'COMPLETED' AND run.attempts > 0
              THEN GREATEST(extract(epoch FROM event.at - run.started_at) * 1000, 0)::bigint END,
         run.input_tokens, run.output_tokens, run.cost_usd
  FROM canvas_job job,
       LATERAL (SELECT CASE event.type WHEN 'JobQueued' THEN 'QUEUED' WHEN 'JobCompleted' THEN 'COMPLETED'
                                       WHEN 'JobFailed' THEN 'FAILED' ELSE 'CANCELLED' END::job_status AS status) AS fact,
       LATERAL (SELECT earlier.at, earlier.attempt FROM job_event earlier
                WHERE earlier.job_id = event.job_id AND earlier.seq <= event.seq AND earlier.type = 'JobQueued'
                ORDER BY earlier.seq DESC LIMIT 1) AS queued,
       LATERAL (SELECT count(*)::int AS attempts,
                       (count(*) FILTER (WHERE outcome = 'FAILED' AND number < event.attempt))::int AS retries,
                       min(started_at) AS started_at,
                       COALESCE(sum(input_tokens), 0)::bigint AS input_tokens,
                       COALESCE(sum(output_tokens), 0)::bigint AS output_tokens,
                       sum(cost_usd) AS cost_usd
                FROM job_attempt
                WHERE job_id = event.job_id AND number > queued.attempt AND number <= event.attempt) AS run
  WHERE job.id = event.job_id
$$;

INSERT INTO "job_fact"
SELECT fact.* FROM "job_event", LATERAL job_fact_of("job_event") AS fact
WHERE "job_event"."type" IN ('JobCompleted', 'JobFailed', 'JobCancelled')
   OR "job_event"."type" = 'JobQueued' AND "job_event"."payload" ->> 'retry' = 'false';

CREATE FUNCTION write_job_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO job_fact SELECT * FROM job_fact_of(NEW);
  RETURN NULL;
END
$$;

-- Deferred, so that whatever the transaction writes about the end is there, in whichever order.
CREATE CONSTRAINT TRIGGER job_event_fact AFTER INSERT ON "job_event" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type IN ('JobCompleted', 'JobFailed', 'JobCancelled')
        OR NEW.type = 'JobQueued' AND NEW.payload ->> 'retry' = 'false')
  EXECUTE FUNCTION write_job_fact();

-- Lists by state, by error, and by a part of the instruction.
CREATE INDEX "canvas_job_status_id_idx" ON "canvas_job"("status", "id" DESC);
CREATE INDEX "canvas_job_error_code_id_idx" ON "canvas_job"("error_code", "id" DESC) WHERE (error_code IS NOT NULL);

-- Figures of the cache.
CREATE INDEX "canvas_job_cache_idx" ON "canvas_job"("cache_hit", "saved_tokens", "saved_cost_usd")
  WHERE (status = 'COMPLETED' AND cache_key IS NOT NULL);

-- The extension comes with PostgreSQL, but some installations lack it or don't allow it, and some keep it in a schema of
-- its own. Without it, searching is only slower.
DO $$
DECLARE
  home text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'Instructions will be searched without an index: %', SQLERRM;
  END;
  SELECT nspname INTO home FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    EXECUTE format('CREATE INDEX "canvas_job_instruction_idx" ON "canvas_job" USING GIN ("instruction" %I.gin_trgm_ops)', home);
  END IF;
END
$$;
