ALTER TABLE "canvas_job" DROP COLUMN "error_suggestions";
