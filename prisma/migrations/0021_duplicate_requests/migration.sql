-- Of unfinished jobs with the same cache key one is the leader: it generates, the others wait for its result.
ALTER TABLE "canvas_job"
  ADD COLUMN "is_leader" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "canvas_job_leader_has_key" CHECK ("cache_key" IS NOT NULL OR NOT "is_leader");

CREATE UNIQUE INDEX "canvas_job_leader_key" ON "canvas_job"("cache_key") WHERE (is_leader AND finished_at IS NULL);

ALTER INDEX "canvas_job_same_request_idx" RENAME TO "canvas_job_duplicates_idx";
