-- Each index is written for each new object. Objects are read by canvas, and sorted then; of the others, only rows that
-- have the value are looked up, when an object that they refer to is deleted.
DROP INDEX "canvas_object_canvas_id_z_index_idx";
DROP INDEX "canvas_object_canvas_id_parent_id_idx";
DROP INDEX "canvas_object_canvas_id_from_id_idx";
DROP INDEX "canvas_object_canvas_id_to_id_idx";

CREATE INDEX "canvas_object_canvas_id_parent_id_idx" ON "canvas_object"("canvas_id", "parent_id") WHERE (parent_id IS NOT NULL);
CREATE INDEX "canvas_object_canvas_id_from_id_idx" ON "canvas_object"("canvas_id", "from_id") WHERE (from_id IS NOT NULL);
CREATE INDEX "canvas_object_canvas_id_to_id_idx" ON "canvas_object"("canvas_id", "to_id") WHERE (to_id IS NOT NULL);

-- A job that was just accepted has no attempts: nothing has to be added up.
CREATE OR REPLACE FUNCTION write_job_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.type = 'JobQueued' THEN
    INSERT INTO job_fact (job_id, seq, at, owner_id, status, type, attempts, retries, input_tokens, output_tokens)
    SELECT id, NEW.seq, NEW.at, owner_id, 'QUEUED', type, 0, 0, 0, 0 FROM canvas_job WHERE id = NEW.job_id;
  ELSE
    INSERT INTO job_fact SELECT * FROM job_fact_of(NEW);
  END IF;
  RETURN NULL;
END
$$;
