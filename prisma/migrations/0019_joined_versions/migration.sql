-- Versions can be joined: the clean-up makes one of several edits, with the number of the last. So the numbers of the
-- versions of a canvas may have gaps, and the versions still form one chain: each names the one before it, no two name
-- the same, and one has none before it. Each stands for the numbers from there up to its own.
ALTER TABLE "canvas_version"
  ADD COLUMN "joined_at" TIMESTAMPTZ(3),
  ADD COLUMN "compaction" SMALLINT NOT NULL DEFAULT 0,
  DROP CONSTRAINT "canvas_version_follows",
  DROP CONSTRAINT "canvas_version_canvas_id_previous_number_fkey";

ALTER TABLE "canvas_version"
  -- Deferrable, for the moment between removing versions and joining what they changed.
  ADD CONSTRAINT "canvas_version_canvas_id_previous_number_fkey" FOREIGN KEY ("canvas_id", "previous_number") REFERENCES "canvas_version"("canvas_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT "canvas_version_follows" CHECK ("previous_number" < "number"
    AND ("joined_at" IS NOT NULL OR "previous_number" IS NOT DISTINCT FROM NULLIF("number" - 1, 0))),
  -- Only edits are joined.
  ADD CONSTRAINT "canvas_version_joined_are_edits" CHECK ("joined_at" IS NULL OR "kind" = 'EDIT'),
  ADD CONSTRAINT "canvas_version_compaction" CHECK ("compaction" BETWEEN 0 AND 2);

CREATE UNIQUE INDEX "canvas_version_canvas_id_previous_number_key" ON "canvas_version"("canvas_id", "previous_number");
CREATE UNIQUE INDEX "canvas_version_first_key" ON "canvas_version"("canvas_id") WHERE (previous_number IS NULL);
-- Edits that the clean-up has not looked at yet, on one of its two levels.
CREATE INDEX "canvas_version_compaction_idx" ON "canvas_version"("compaction", "created_at") WHERE (kind = 'EDIT' AND compaction < 2);
