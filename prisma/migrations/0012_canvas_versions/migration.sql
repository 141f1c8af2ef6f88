-- Versions say who made them and how, and how much they changed.
CREATE TYPE "version_kind" AS ENUM ('JOB', 'EDIT', 'UNDO', 'RESTORE', 'COPY');

ALTER TABLE "canvas_version"
  ADD COLUMN "kind" "version_kind" NOT NULL DEFAULT 'JOB',
  ADD COLUMN "author_id" UUID,
  ADD COLUMN "source_number" INTEGER,
  ADD COLUMN "previous_number" INTEGER,
  ADD COLUMN "added_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "updated_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "deleted_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "object_count" INTEGER NOT NULL DEFAULT 0;

-- What there is was made by jobs of the canvas's owner.
UPDATE "canvas_version" AS version
SET "author_id" = canvas."owner_id",
    "previous_number" = NULLIF(version."number" - 1, 0),
    "added_count" = jsonb_array_length(version."diff" -> 'added'),
    "updated_count" = jsonb_array_length(version."diff" -> 'updated'),
    "deleted_count" = jsonb_array_length(version."diff" -> 'deleted')
FROM "canvas" WHERE canvas."id" = version."canvas_id";

UPDATE "canvas_version" AS version
SET "object_count" = (
  SELECT sum(earlier."added_count" - earlier."deleted_count") FROM "canvas_version" AS earlier
  WHERE earlier."canvas_id" = version."canvas_id" AND earlier."number" <= version."number");

ALTER TABLE "canvas_version"
  ALTER COLUMN "kind" DROP DEFAULT,
  ALTER COLUMN "added_count" DROP DEFAULT,
  ALTER COLUMN "updated_count" DROP DEFAULT,
  ALTER COLUMN "deleted_count" DROP DEFAULT,
  ALTER COLUMN "object_count" DROP DEFAULT;

ALTER TABLE "canvas_version"
  ADD CONSTRAINT "canvas_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  -- Versions follow one another without a gap: each one needs the one before it.
  ADD CONSTRAINT "canvas_version_canvas_id_previous_number_fkey" FOREIGN KEY ("canvas_id", "previous_number") REFERENCES "canvas_version"("canvas_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT "canvas_version_follows" CHECK ("previous_number" IS NOT DISTINCT FROM NULLIF("number" - 1, 0)),
  ADD CONSTRAINT "canvas_version_kind_has_source"
    CHECK (("kind" IN ('UNDO', 'RESTORE')) = ("source_number" IS NOT NULL) AND "source_number" < "number"),
  ADD CONSTRAINT "canvas_version_only_jobs_name_jobs" CHECK ("job_id" IS NULL OR "kind" = 'JOB'),
  ADD CONSTRAINT "canvas_version_counts"
    CHECK ("added_count" = jsonb_array_length("diff" -> 'added')
      AND "updated_count" = jsonb_array_length("diff" -> 'updated')
      AND "deleted_count" = jsonb_array_length("diff" -> 'deleted')
      AND "object_count" >= "added_count"),
  -- A canvas that is larger already, from before there was a limit, may shrink, but not grow.
  ADD CONSTRAINT "canvas_version_most_objects"
    CHECK ("object_count" <= 2000 OR "added_count" <= "deleted_count") NOT VALID;

CREATE INDEX "canvas_version_author_id_idx" ON "canvas_version"("author_id");

-- A deleted canvas can be had back until it is removed for good. Until then it stays as it is: a change would
-- need a new version, and its row refuses one that is not the version that it was deleted with.
ALTER TABLE "canvas"
  ADD COLUMN "renamed_at" TIMESTAMPTZ(3),
  ADD COLUMN "deleted_at" TIMESTAMPTZ(3),
  ADD COLUMN "deleted_version" INTEGER,
  ADD CONSTRAINT "canvas_deleted_is_frozen"
    CHECK (("deleted_at" IS NULL) = ("deleted_version" IS NULL) AND "deleted_version" = "version");

CREATE INDEX "canvas_deleted_at_idx" ON "canvas"("deleted_at") WHERE (deleted_at IS NOT NULL);
