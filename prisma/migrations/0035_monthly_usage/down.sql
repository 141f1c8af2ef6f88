DROP TRIGGER job_attempt_usage ON "job_attempt";
DROP FUNCTION add_job_attempt_usage();
DROP TABLE "monthly_usage";
