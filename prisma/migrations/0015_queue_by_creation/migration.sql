-- Whoever waits longest within a priority is next by created_at, which the database fills. The ids that this went by
-- are made by processes, whose clocks may be off.
DROP INDEX "canvas_job_queue_idx";
CREATE INDEX "canvas_job_queue_idx" ON "canvas_job"("priority", "owner_id", "created_at", "id") WHERE (status = 'QUEUED');
