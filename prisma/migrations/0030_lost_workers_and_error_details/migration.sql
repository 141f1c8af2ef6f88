-- Whether a worker was found dead, apart from one that stopped in order.
ALTER TABLE "worker" ADD COLUMN "lost" BOOLEAN NOT NULL DEFAULT false;

-- What the provider sent, or the error that our code did not expect: for operators.
ALTER TABLE "job_attempt" ADD COLUMN "error_detail" TEXT;
