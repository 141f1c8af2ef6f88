-- Lists are in the order of creation by the database's clock. The ids that they were ordered by are made by processes,
-- whose clocks may be off. A page begins at a position in one of these indexes.
DROP INDEX "canvas_owner_id_id_idx";
CREATE INDEX "canvas_owner_id_created_at_id_idx" ON "canvas"("owner_id", "created_at" DESC, "id" DESC);

DROP INDEX "canvas_job_owner_id_id_idx";
CREATE INDEX "canvas_job_owner_id_created_at_id_idx" ON "canvas_job"("owner_id", "created_at" DESC, "id" DESC);
DROP INDEX "canvas_job_canvas_id_id_idx";
CREATE INDEX "canvas_job_canvas_id_created_at_id_idx" ON "canvas_job"("canvas_id", "created_at" DESC, "id" DESC);
DROP INDEX "canvas_job_created_at_idx";
CREATE INDEX "canvas_job_created_at_id_idx" ON "canvas_job"("created_at" DESC, "id" DESC);
DROP INDEX "canvas_job_status_id_idx";
CREATE INDEX "canvas_job_status_created_at_id_idx" ON "canvas_job"("status", "created_at" DESC, "id" DESC);
DROP INDEX "canvas_job_error_code_id_idx";
CREATE INDEX "canvas_job_error_code_created_at_id_idx" ON "canvas_job"("error_code", "created_at" DESC, "id" DESC)
  WHERE (error_code IS NOT NULL);

-- Results in the cache were shared by all users. Now they belong to one: its id is part of the key, see cacheKey.ts.
-- Everyone keeps the results that they have had. A result that no job refers to any more has no known owner, and goes.
WITH shared AS (
  DELETE FROM "result_cache" RETURNING *
), owned AS (
  SELECT DISTINCT shared."key", job."owner_id"
  FROM shared JOIN "canvas_job" AS job ON job."cache_key" = shared."key"
  WHERE job."status" = 'COMPLETED'
)
INSERT INTO "result_cache" ("key", "result", "planner", "model", "object_count", "input_tokens", "output_tokens",
                            "cost_usd", "bytes", "hits", "created_at", "last_used_at")
SELECT encode(sha256(convert_to(shared."key" || ':' || owned."owner_id", 'UTF8')), 'hex'), shared."result",
       shared."planner", shared."model", shared."object_count", shared."input_tokens", shared."output_tokens",
       shared."cost_usd", shared."bytes", shared."hits", shared."created_at", shared."last_used_at"
FROM owned JOIN shared USING ("key");

-- Jobs that may still run, so that they look for results of their owner only, and those whose result is in the cache.
UPDATE "canvas_job" SET "cache_key" = encode(sha256(convert_to("cache_key" || ':' || "owner_id", 'UTF8')), 'hex')
WHERE "cache_key" IS NOT NULL
  AND ("status" <> 'COMPLETED'
       OR encode(sha256(convert_to("cache_key" || ':' || "owner_id", 'UTF8')), 'hex') IN (SELECT "key" FROM "result_cache"));
