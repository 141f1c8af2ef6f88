-- Instructions that would work instead of the one that failed.
ALTER TABLE canvas_job ADD COLUMN error_suggestions TEXT[] DEFAULT ARRAY[]::TEXT[];
