-- A job's row is written again when it starts and when it ends, each time with all its indexes. That of the parts of its
-- instruction has a hundred entries a row, so it has finished jobs only. The few others are found by their owners.
DO $$
DECLARE
  home text;
BEGIN
  SELECT nspname INTO home FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    DROP INDEX IF EXISTS "canvas_job_instruction_idx";
    EXECUTE format('CREATE INDEX "canvas_job_instruction_idx" ON "canvas_job" USING GIN ("instruction" %I.gin_trgm_ops)
                    WHERE (finished_at IS NOT NULL)', home);
  END IF;
END
$$;

-- By default, a fifth of a table is dead before it is vacuumed: of ten million events, two million.
ALTER TABLE "canvas_job" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "job_event" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "job_attempt" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "job_fact" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "canvas" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "canvas_object" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "canvas_version" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
