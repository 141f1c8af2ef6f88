import type { JobPriority } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';
import { jobEventPayloadSql } from '../../../events/listener/channels.ts';

/** Appends no event; notifies subscribers of lists. */
export const updatePriority = statement.count<{ jobId: string; priority: JobPriority; channel: string }>(`
  WITH job AS (UPDATE canvas_job SET priority = :priority WHERE id = :jobId RETURNING *)
  SELECT pg_notify(:channel, ${jobEventPayloadSql}) FROM job`);
