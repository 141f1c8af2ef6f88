import { statement } from '../../../database/statement.ts';
import { appendToLog, type LogParameters } from './appendToLog.ts';

export const insertEvents = statement.optionalRow<{ lastSeq: number }, LogParameters>(
  appendToLog(' WHERE id = :jobId'),
);
