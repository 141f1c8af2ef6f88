DROP TABLE "job_fact_period";
DROP TABLE "job_duration_period";
