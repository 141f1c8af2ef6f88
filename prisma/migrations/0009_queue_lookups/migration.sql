-- Users take turns within a priority: the next job is found by who waits, without a look at every job that does.
DROP INDEX "canvas_job_queue_idx";
CREATE INDEX "canvas_job_queue_idx" ON "canvas_job"("priority", "owner_id", "id") WHERE (status = 'QUEUED');

-- Estimates go by the newest jobs of a kind.
CREATE INDEX "canvas_job_recent_idx" ON "canvas_job"("type", "planner", "model", "finished_at" DESC)
  WHERE (status = 'COMPLETED' AND NOT cache_hit);
