import type { JobAttempt } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';

type Outcome = Pick<
  JobAttempt,
  | 'outcome'
  | 'errorCode'
  | 'errorMessage'
  | 'errorRetryable'
  | 'errorDetail'
  | 'retryDelayMs'
  | 'inputTokens'
  | 'outputTokens'
  | 'usageEstimated'
  | 'costUsd'
>;

export const recordOutcome = statement.count<AttemptId & Outcome>(`
  UPDATE job_attempt
  SET outcome = :outcome, finished_at = now(), error_code = :errorCode, error_message = :errorMessage,
      error_retryable = :errorRetryable, error_detail = :errorDetail, retry_delay_ms = :retryDelayMs, input_tokens = :inputTokens,
      output_tokens = :outputTokens, usage_estimated = :usageEstimated, cost_usd = :costUsd
  WHERE job_id = :jobId AND number = :number AND outcome IS NULL`);
