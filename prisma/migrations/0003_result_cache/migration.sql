-- A cached result holds objects that are laid out already, so that it can be used without a worker.
ALTER TABLE "result_cache" RENAME COLUMN "plan" TO "result";

-- What a job's result depends on, and what was saved when another job's result was used for it.
ALTER TABLE "canvas_job"
  ADD COLUMN "cache_key" TEXT,
  ADD COLUMN "saved_tokens" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "saved_cost_usd" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- Unfinished jobs for the same request.
CREATE INDEX "canvas_job_same_request_idx" ON "canvas_job"("cache_key") WHERE (finished_at IS NULL);

ALTER TABLE "canvas_job"
  ADD CONSTRAINT "canvas_job_saved_amounts" CHECK ("saved_tokens" >= 0 AND "saved_cost_usd" >= 0),
  ADD CONSTRAINT "canvas_job_saved_only_on_hit"
    CHECK ("cache_hit" OR ("saved_tokens" = 0 AND "saved_cost_usd" = 0));
