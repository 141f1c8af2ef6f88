ALTER TABLE "worker" DROP COLUMN "lost";
ALTER TABLE "job_attempt" DROP COLUMN "error_detail";
