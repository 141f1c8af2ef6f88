-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('USER', 'OPS');

-- CreateEnum
CREATE TYPE "job_type" AS ENUM ('CREATE_CANVAS', 'MODIFY_CANVAS');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('QUEUED', 'PROCESSING', 'CANCELLING', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "job_phase" AS ENUM ('QUEUED', 'PLANNING', 'GENERATING', 'LAYING_OUT', 'SAVING', 'DONE');

-- CreateEnum
CREATE TYPE "job_priority" AS ENUM ('LOW', 'NORMAL', 'HIGH', 'URGENT');

-- CreateEnum
CREATE TYPE "attempt_outcome" AS ENUM ('SUCCEEDED', 'FAILED', 'CANCELLED', 'LOST', 'HANDED_BACK');

-- CreateEnum
CREATE TYPE "job_event_type" AS ENUM ('JobQueued', 'JobStarted', 'JobProgressed', 'ObjectsGenerated', 'JobRetryScheduled', 'JobAttemptLost', 'JobCancelRequested', 'JobCompleted', 'JobFailed', 'JobCancelled');

-- CreateEnum
CREATE TYPE "object_kind" AS ENUM ('FRAME', 'SHAPE', 'CONNECTOR');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "user_role" NOT NULL DEFAULT 'USER',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canvas" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canvas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canvas_version" (
    "canvas_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "job_id" UUID,
    "diff" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canvas_version_pkey" PRIMARY KEY ("canvas_id","number")
);

-- CreateTable
CREATE TABLE "canvas_object" (
    "id" UUID NOT NULL,
    "canvas_id" UUID NOT NULL,
    "kind" "object_kind" NOT NULL,
    "z_index" INTEGER NOT NULL,
    "parent_id" UUID,
    "from_id" UUID,
    "to_id" UUID,
    "data" JSONB NOT NULL,
    "created_by_job_id" UUID,

    CONSTRAINT "canvas_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canvas_job" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "canvas_id" UUID NOT NULL,
    "type" "job_type" NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'QUEUED',
    "phase" "job_phase" NOT NULL DEFAULT 'QUEUED',
    "priority" "job_priority" NOT NULL DEFAULT 'NORMAL',
    "instruction" TEXT NOT NULL,
    "selection" UUID[],
    "use_cache" BOOLEAN NOT NULL DEFAULT true,
    "idempotency_key" TEXT,
    "input_hash" TEXT NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "max_attempts" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "object_count" INTEGER NOT NULL DEFAULT 0,
    "warnings" TEXT[],
    "planner" TEXT,
    "model" TEXT,
    "cache_hit" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "error_message" TEXT,
    "error_retryable" BOOLEAN,
    "next_attempt_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "keep_partial" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "canvas_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_attempt" (
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "worker_id" UUID NOT NULL,
    "outcome" "attempt_outcome",
    "planner" TEXT,
    "model" TEXT,
    "error_code" TEXT,
    "error_message" TEXT,
    "error_retryable" BOOLEAN,
    "retry_delay_ms" INTEGER,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "usage_estimated" BOOLEAN NOT NULL DEFAULT false,
    "cost_usd" DOUBLE PRECISION,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_attempt_pkey" PRIMARY KEY ("job_id","number")
);

-- CreateTable
CREATE TABLE "job_event" (
    "job_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" "job_event_type" NOT NULL,
    "attempt" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_event_pkey" PRIMARY KEY ("job_id","seq")
);

-- CreateTable
CREATE TABLE "result_cache" (
    "key" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "planner" TEXT NOT NULL,
    "model" TEXT,
    "object_count" INTEGER NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_usd" DOUBLE PRECISION,
    "bytes" INTEGER NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_cache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "lock_key" BIGSERIAL NOT NULL,
    "pool_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "max_concurrent" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_subject_key" ON "app_user"("subject");

-- CreateIndex
CREATE INDEX "canvas_owner_id_id_idx" ON "canvas"("owner_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "canvas_version_job_id_key" ON "canvas_version"("job_id");

-- CreateIndex
CREATE INDEX "canvas_object_canvas_id_z_index_idx" ON "canvas_object"("canvas_id", "z_index");

-- CreateIndex
CREATE INDEX "canvas_object_canvas_id_parent_id_idx" ON "canvas_object"("canvas_id", "parent_id");

-- CreateIndex
CREATE INDEX "canvas_object_canvas_id_from_id_idx" ON "canvas_object"("canvas_id", "from_id");

-- CreateIndex
CREATE INDEX "canvas_object_canvas_id_to_id_idx" ON "canvas_object"("canvas_id", "to_id");

-- CreateIndex
CREATE INDEX "canvas_object_created_by_job_id_idx" ON "canvas_object"("created_by_job_id");

-- CreateIndex
CREATE UNIQUE INDEX "canvas_object_canvas_id_id_key" ON "canvas_object"("canvas_id", "id");

-- CreateIndex
CREATE INDEX "canvas_job_owner_id_id_idx" ON "canvas_job"("owner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "canvas_job_canvas_id_id_idx" ON "canvas_job"("canvas_id", "id" DESC);

-- CreateIndex
CREATE INDEX "canvas_job_created_at_idx" ON "canvas_job"("created_at");

-- CreateIndex
CREATE INDEX "canvas_job_finished_at_idx" ON "canvas_job"("finished_at");

-- CreateIndex
CREATE INDEX "canvas_job_queue_idx" ON "canvas_job"("priority" DESC, "id") WHERE (status = 'QUEUED');

-- CreateIndex
CREATE INDEX "canvas_job_active_idx" ON "canvas_job"("owner_id") WHERE (finished_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "canvas_job_owner_id_idempotency_key_key" ON "canvas_job"("owner_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "job_attempt_worker_id_idx" ON "job_attempt"("worker_id");

-- CreateIndex
CREATE UNIQUE INDEX "job_attempt_running_key" ON "job_attempt"("job_id") WHERE (outcome IS NULL);

-- CreateIndex
CREATE INDEX "result_cache_created_at_idx" ON "result_cache"("created_at");

-- CreateIndex
CREATE INDEX "result_cache_last_used_at_idx" ON "result_cache"("last_used_at");

-- CreateIndex
CREATE UNIQUE INDEX "worker_lock_key_key" ON "worker"("lock_key");

-- CreateIndex
CREATE INDEX "worker_stopped_at_heartbeat_at_idx" ON "worker"("stopped_at", "heartbeat_at");

-- AddForeignKey
ALTER TABLE "canvas" ADD CONSTRAINT "canvas_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_version" ADD CONSTRAINT "canvas_version_canvas_id_fkey" FOREIGN KEY ("canvas_id") REFERENCES "canvas"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_version" ADD CONSTRAINT "canvas_version_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "canvas_job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_object" ADD CONSTRAINT "canvas_object_canvas_id_fkey" FOREIGN KEY ("canvas_id") REFERENCES "canvas"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_object" ADD CONSTRAINT "canvas_object_canvas_id_parent_id_fkey" FOREIGN KEY ("canvas_id", "parent_id") REFERENCES "canvas_object"("canvas_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "canvas_object" ADD CONSTRAINT "canvas_object_canvas_id_from_id_fkey" FOREIGN KEY ("canvas_id", "from_id") REFERENCES "canvas_object"("canvas_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "canvas_object" ADD CONSTRAINT "canvas_object_canvas_id_to_id_fkey" FOREIGN KEY ("canvas_id", "to_id") REFERENCES "canvas_object"("canvas_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "canvas_object" ADD CONSTRAINT "canvas_object_created_by_job_id_fkey" FOREIGN KEY ("created_by_job_id") REFERENCES "canvas_job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_job" ADD CONSTRAINT "canvas_job_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canvas_job" ADD CONSTRAINT "canvas_job_canvas_id_fkey" FOREIGN KEY ("canvas_id") REFERENCES "canvas"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_attempt" ADD CONSTRAINT "job_attempt_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "canvas_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "canvas_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language has no words for. A row that breaks one of these is a defect of the code that
-- wrote it, and is refused.

ALTER TABLE "canvas_job"
  ADD CONSTRAINT "canvas_job_instruction_length" CHECK (char_length("instruction") BETWEEN 1 AND 4000),
  ADD CONSTRAINT "canvas_job_progress_range" CHECK ("progress" BETWEEN 0 AND 1),
  ADD CONSTRAINT "canvas_job_attempt_range" CHECK ("attempt" BETWEEN 0 AND "max_attempts"),
  ADD CONSTRAINT "canvas_job_counts" CHECK ("last_seq" >= 0 AND "object_count" >= 0),
  ADD CONSTRAINT "canvas_job_finished_when_terminal"
    CHECK (("status" IN ('COMPLETED', 'FAILED', 'CANCELLED')) = ("finished_at" IS NOT NULL)),
  ADD CONSTRAINT "canvas_job_done_when_terminal"
    CHECK (("status" IN ('COMPLETED', 'FAILED', 'CANCELLED')) = ("phase" = 'DONE')),
  ADD CONSTRAINT "canvas_job_queued_phase" CHECK (("status" = 'QUEUED') = ("phase" = 'QUEUED')),
  ADD CONSTRAINT "canvas_job_started_when_running"
    CHECK ("status" NOT IN ('PROCESSING', 'CANCELLING') OR ("started_at" IS NOT NULL AND "attempt" >= 1)),
  ADD CONSTRAINT "canvas_job_retry_only_when_queued" CHECK ("next_attempt_at" IS NULL OR "status" = 'QUEUED'),
  ADD CONSTRAINT "canvas_job_cancel_requested"
    CHECK ("status" <> 'CANCELLING' OR "cancel_requested_at" IS NOT NULL),
  ADD CONSTRAINT "canvas_job_complete_is_whole" CHECK ("status" <> 'COMPLETED' OR "progress" = 1),
  ADD CONSTRAINT "canvas_job_failed_has_error" CHECK ("status" <> 'FAILED' OR "error_code" IS NOT NULL),
  ADD CONSTRAINT "canvas_job_error_is_whole"
    CHECK (num_nonnulls("error_code", "error_message", "error_retryable") IN (0, 3));

ALTER TABLE "job_attempt"
  ADD CONSTRAINT "job_attempt_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "job_attempt_finished_with_outcome" CHECK (("outcome" IS NULL) = ("finished_at" IS NULL)),
  ADD CONSTRAINT "job_attempt_failed_has_error" CHECK ("outcome" <> 'FAILED' OR "error_code" IS NOT NULL),
  ADD CONSTRAINT "job_attempt_error_is_whole"
    CHECK (num_nonnulls("error_code", "error_message", "error_retryable") IN (0, 3)),
  ADD CONSTRAINT "job_attempt_amounts"
    CHECK ("retry_delay_ms" >= 0 AND "input_tokens" >= 0 AND "output_tokens" >= 0 AND "cost_usd" >= 0);

ALTER TABLE "job_event" ADD CONSTRAINT "job_event_seq_from_1" CHECK ("seq" >= 1);

ALTER TABLE "canvas" ADD CONSTRAINT "canvas_version_from_0" CHECK ("version" >= 0);
ALTER TABLE "canvas_version" ADD CONSTRAINT "canvas_version_number_from_1" CHECK ("number" >= 1);

-- A connector joins two objects; nothing else does.
ALTER TABLE "canvas_object"
  ADD CONSTRAINT "canvas_object_connector_ends"
    CHECK (("kind" = 'CONNECTOR') = ("from_id" IS NOT NULL) AND ("kind" = 'CONNECTOR') = ("to_id" IS NOT NULL)),
  ADD CONSTRAINT "canvas_object_not_its_own_parent" CHECK ("parent_id" <> "id");

ALTER TABLE "worker" ADD CONSTRAINT "worker_max_concurrent" CHECK ("max_concurrent" >= 1);
