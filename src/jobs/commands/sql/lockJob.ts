import { statement } from '../../../database/statement.ts';
import { type Job, jobColumns } from '../../job.ts';

/** Locks a job against every other change of its state. `ownerId`: whose job it has to be; null: anyone's. */
export const lockJob = statement.optionalRow<Job, { jobId: string; ownerId: string | null }>(`
  SELECT ${jobColumns} FROM canvas_job job
  WHERE id = :jobId AND (:ownerId::uuid IS NULL OR owner_id = :ownerId) FOR NO KEY UPDATE`);
