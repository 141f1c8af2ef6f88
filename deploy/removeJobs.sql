-- Removes everything of jobs, and keeps users and canvases with their versions. There is no way back but a backup.
-- When all processes are stopped:  psql --set ON_ERROR_STOP=1 --file deploy/removeJobs.sql "$DATABASE_URL"
-- See docs/rollback.md.
BEGIN;
-- A process that still runs holds locks; nothing is removed then.
SET LOCAL lock_timeout = '10s';

DROP SCHEMA graphile_worker CASCADE;

-- CASCADE removes the foreign keys by which versions and objects name their jobs. The ids stay.
DROP TABLE
  canvas_job, job_attempt, job_event,
  job_fact, job_fact_hour, job_fact_period, job_duration_hour, job_duration_period, queue_depth_sample,
  result_cache, turn, queue_control, worker, mutation_rate, monthly_usage
  CASCADE;
DROP FUNCTION write_job_fact, add_job_attempt_usage;
DROP TYPE job_type, job_status, job_phase, job_priority, job_event_type, attempt_outcome, diagram_kind;

-- No version of the software runs on what is left: without these, each refuses to start, and says why.
DROP TABLE _prisma_migrations, required_migration;
COMMIT;
