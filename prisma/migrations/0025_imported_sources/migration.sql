-- A job can draw the diagram source of a file. It is kept until the job is removed, so that the job can be retried.
ALTER TABLE "canvas_job"
  ADD COLUMN "source" TEXT,
  ADD COLUMN "file_name" TEXT,
  ADD CONSTRAINT "canvas_job_source_length" CHECK (char_length("source") BETWEEN 1 AND 100000),
  ADD CONSTRAINT "canvas_job_file_name" CHECK ("file_name" IS NULL OR "source" IS NOT NULL);
