-- Orders of lists: a page begins anywhere in one of these indexes.
CREATE INDEX "canvas_owner_id_updated_at_id_idx" ON "canvas"("owner_id", "updated_at" DESC, "id" DESC);
CREATE INDEX "canvas_created_at_id_idx" ON "canvas"("created_at" DESC, "id" DESC);
CREATE INDEX "canvas_updated_at_id_idx" ON "canvas"("updated_at" DESC, "id" DESC);
CREATE INDEX "canvas_job_owner_id_finished_at_id_idx" ON "canvas_job"("owner_id", "finished_at" DESC, "id" DESC)
  WHERE (finished_at IS NOT NULL);
CREATE INDEX "canvas_job_finished_at_id_idx" ON "canvas_job"("finished_at" DESC, "id" DESC)
  WHERE (finished_at IS NOT NULL);
-- The last one replaces this: every condition on the time leaves out jobs that have none.
DROP INDEX "canvas_job_finished_at_idx";

-- Idempotency keys of canvases that are created without a job, with a hash of the input.
ALTER TABLE "canvas"
  ADD COLUMN "idempotency_key" TEXT,
  ADD COLUMN "input_hash" TEXT,
  ADD CONSTRAINT "canvas_key_has_hash" CHECK (("idempotency_key" IS NULL) = ("input_hash" IS NULL));
CREATE UNIQUE INDEX "canvas_owner_id_idempotency_key_key" ON "canvas"("owner_id", "idempotency_key");

-- Parts of titles, as for instructions in 0010_job_facts.
DO $$
DECLARE
  home text;
BEGIN
  SELECT nspname INTO home FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    EXECUTE format('CREATE INDEX "canvas_title_idx" ON "canvas" USING GIN ("title" %I.gin_trgm_ops)', home);
  END IF;
END
$$;
