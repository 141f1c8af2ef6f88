DROP INDEX "canvas_object_canvas_id_parent_id_idx";
DROP INDEX "canvas_object_canvas_id_from_id_idx";
DROP INDEX "canvas_object_canvas_id_to_id_idx";

CREATE INDEX "canvas_object_canvas_id_z_index_idx" ON "canvas_object"("canvas_id", "z_index");
CREATE INDEX "canvas_object_canvas_id_parent_id_idx" ON "canvas_object"("canvas_id", "parent_id");
CREATE INDEX "canvas_object_canvas_id_from_id_idx" ON "canvas_object"("canvas_id", "from_id");
CREATE INDEX "canvas_object_canvas_id_to_id_idx" ON "canvas_object"("canvas_id", "to_id");

CREATE OR REPLACE FUNCTION write_job_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO job_fact SELECT * FROM job_fact_of(NEW);
  RETURN NULL;
END
$$;
