DO $$
DECLARE
  home text;
BEGIN
  SELECT nspname INTO home FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    DROP INDEX IF EXISTS "canvas_job_instruction_idx";
    EXECUTE format('CREATE INDEX "canvas_job_instruction_idx" ON "canvas_job" USING GIN ("instruction" %I.gin_trgm_ops)', home);
  END IF;
END
$$;

ALTER TABLE "canvas_job" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "job_event" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "job_attempt" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "job_fact" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "canvas" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "canvas_object" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE "canvas_version" RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
