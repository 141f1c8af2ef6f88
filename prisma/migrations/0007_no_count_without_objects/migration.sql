-- The preview of an attempt is gone when the attempt has failed or was lost. So a job that waits for the next
-- one, or has failed, has no objects; one that was cancelled while it waited showed those of the attempt before.
UPDATE "canvas_job" SET "object_count" = 0, "progress" = 0
WHERE "status" = 'QUEUED' AND ("object_count" > 0 OR "progress" > 0);

UPDATE "canvas_job" SET "object_count" = 0
WHERE "status" = 'FAILED'
   OR "status" = 'CANCELLED' AND NOT EXISTS (SELECT 1 FROM "canvas_version" WHERE "job_id" = "canvas_job"."id");

ALTER TABLE "canvas_job"
  ADD CONSTRAINT "canvas_job_waiting_is_empty" CHECK ("status" <> 'QUEUED' OR ("object_count" = 0 AND "progress" = 0)),
  ADD CONSTRAINT "canvas_job_failed_is_empty" CHECK ("status" <> 'FAILED' OR "object_count" = 0);
