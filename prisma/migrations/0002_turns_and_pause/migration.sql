-- Users take turns within a level of priority: whoever was served least recently is next.
CREATE TABLE "turn" (
    "owner_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "served_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("owner_id","level")
);

ALTER TABLE "turn" ADD CONSTRAINT "turn_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A paused queue accepts jobs and starts none. Whoever starts a job locks the row, so that starts have an order.
CREATE TABLE "queue_control" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by_id" UUID,
    "reason" TEXT,

    CONSTRAINT "queue_control_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "queue_control"
  ADD CONSTRAINT "queue_control_paused_by_id_fkey" FOREIGN KEY ("paused_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "queue_control_single_row" CHECK ("id" = 1);

INSERT INTO "queue_control" ("id") VALUES (1);
