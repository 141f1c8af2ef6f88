-- A free lock means that a worker is gone only if the worker has held it since PostgreSQL started: a restart frees all.
ALTER TABLE "worker" ADD COLUMN "locked_at" TIMESTAMPTZ(3);
