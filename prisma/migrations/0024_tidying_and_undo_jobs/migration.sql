ALTER TYPE "job_type" ADD VALUE 'TIDY_CANVAS';

-- A job can be asked to undo the last change. Its version is an undo, so that it can be redone.
ALTER TABLE "canvas_version"
  DROP CONSTRAINT "canvas_version_only_jobs_name_jobs",
  ADD CONSTRAINT "canvas_version_only_jobs_name_jobs" CHECK ("job_id" IS NULL OR "kind" IN ('JOB', 'UNDO'));
