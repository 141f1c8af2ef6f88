-- How long the queue was, for charts: the jobs themselves say it only of now.
CREATE TABLE "queue_depth_sample" (
    "at" TIMESTAMPTZ(0) NOT NULL,
    "urgent" INTEGER NOT NULL,
    "high" INTEGER NOT NULL,
    "normal" INTEGER NOT NULL,
    "low" INTEGER NOT NULL,

    CONSTRAINT "queue_depth_sample_pkey" PRIMARY KEY ("at")
);
