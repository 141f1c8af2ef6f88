-- How much of each user's allowance of mutations is used up, for all API processes together. Unlogged: it
-- changes with every mutation, and losing it in a crash only means that everybody starts afresh.
CREATE UNLOGGED TABLE "mutation_rate" (
    "user_id" UUID NOT NULL,
    "booked_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "mutation_rate_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "mutation_rate" ADD CONSTRAINT "mutation_rate_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
