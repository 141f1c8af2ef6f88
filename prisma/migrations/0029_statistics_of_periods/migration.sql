-- Sums of hours, added up again for 6 hours and for a day: with few jobs an hour, histograms of hours have as many rows as
-- there were jobs.

CREATE TABLE "job_fact_period" (
    "hours" SMALLINT NOT NULL,
    "start" TIMESTAMPTZ(0) NOT NULL,
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

    CONSTRAINT "job_fact_period_pkey" PRIMARY KEY ("hours","start","status","type","planner","error_code")
);

CREATE TABLE "job_duration_period" (
    "hours" SMALLINT NOT NULL,
    "start" TIMESTAMPTZ(0) NOT NULL,
    "measure" TEXT NOT NULL,
    "bin" INTEGER NOT NULL,
    "jobs" INTEGER NOT NULL,

    CONSTRAINT "job_duration_period_pkey" PRIMARY KEY ("hours","start","measure","bin")
);
