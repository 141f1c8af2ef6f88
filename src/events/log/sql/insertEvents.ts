import { statement } from '../../../database/statement.ts';
import type { JobChange } from '../../listener/sql/jobChange.ts';
import { appendToLog, type LogParameters } from './appendToLog.ts';

export const insertEvents = statement.optionalRow<JobChange, LogParameters>(
  appendToLog(' WHERE id = :jobId'),
);
