-- The trace that a job belongs to, as in a W3C `traceparent` header. Null unless traces are exported.
ALTER TABLE "canvas_job" ADD COLUMN "trace_parent" TEXT;
