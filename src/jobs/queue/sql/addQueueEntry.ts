import { statement } from '../../../database/statement.ts';

export const addQueueEntry = statement.count<{
  task: string;
  jobId: string;
  key: string;
  runAt: Date | null;
}>(`
  SELECT graphile_worker.add_job(:task, payload := json_build_object('jobId', :jobId::text), job_key := :key,
                                 run_at := COALESCE(:runAt::timestamptz, now()))`);
