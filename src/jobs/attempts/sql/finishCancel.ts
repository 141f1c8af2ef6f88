import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';
import { transitionJob } from './transitionJob.ts';

export const finishCancel = statement.any<AttemptId & { objectCount: number }>(
  transitionJob('finishCancel', "phase = 'DONE', finished_at = now(), object_count = :objectCount"),
);
