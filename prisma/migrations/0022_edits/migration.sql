-- The idempotency keys of edits: an edit that is delivered again is recognised, also after its undo.
CREATE TABLE "canvas_edit" (
    "canvas_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "version_number" INTEGER,
    "conflicts" JSONB NOT NULL,
    "created_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canvas_edit_pkey" PRIMARY KEY ("canvas_id","idempotency_key")
);

-- CreateIndex
CREATE INDEX "canvas_edit_created_at_idx" ON "canvas_edit"("created_at");

-- AddForeignKey
ALTER TABLE "canvas_edit" ADD CONSTRAINT "canvas_edit_canvas_id_fkey" FOREIGN KEY ("canvas_id") REFERENCES "canvas"("id") ON DELETE CASCADE ON UPDATE CASCADE;
