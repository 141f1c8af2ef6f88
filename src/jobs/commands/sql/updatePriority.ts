import type { JobPriority } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';
import { type JobChange, jobChangeColumns } from '../../../events/listener/sql/jobChange.ts';

/** Appends no event. */
export const updatePriority = statement.row<JobChange, { jobId: string; priority: JobPriority }>(`
  UPDATE canvas_job job SET priority = :priority WHERE id = :jobId RETURNING ${jobChangeColumns}`);
