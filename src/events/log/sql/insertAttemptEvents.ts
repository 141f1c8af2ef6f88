import { statement } from '../../../database/statement.ts';
import type { JobChange } from '../../listener/sql/jobChange.ts';
import { appendToLog, type LogParameters } from './appendToLog.ts';
import type { LogPosition } from './hasLogPosition.ts';

type Changes = { phase: string | null; progress: number | null; objectCount: number | null };

/** Null leaves a property as it is. Progress never falls within an attempt. */
export const insertAttemptEvents = statement.optionalRow<JobChange, LogPosition & LogParameters & Changes>(
  appendToLog(`,
        phase = COALESCE(:phase::job_phase, phase),
        progress = GREATEST(progress, COALESCE(:progress::float8, progress)),
        object_count = COALESCE(:objectCount::int, object_count)
    WHERE id = :jobId AND attempt = :attempt AND status = 'PROCESSING' AND last_seq = :lastSeq`),
);
