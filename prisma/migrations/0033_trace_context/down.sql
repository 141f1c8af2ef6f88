ALTER TABLE "canvas_job" DROP COLUMN "trace_parent";
