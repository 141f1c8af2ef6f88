import type { OpenAiConfig } from '../../../src/config.ts';
import type { PlannerErrorCode } from '../../../src/jobs/jobErrorCode.ts';
import { PlannerError } from '../plannerError.ts';
import type { AnswerChunk } from './response/answerChunk.ts';

type TimeLimits = OpenAiConfig['timeLimits'];
type TimeLimit = keyof TimeLimits;

const timeouts: Record<TimeLimit, [code: PlannerErrorCode, message: string]> = {
  connectMs: ['PROVIDER_CONNECT_TIMEOUT', 'The AI service did not respond in time.'],
  firstTokenMs: ['PROVIDER_FIRST_TOKEN_TIMEOUT', 'The AI service did not begin its answer in time.'],
  silenceMs: ['PROVIDER_SILENCE_TIMEOUT', 'The AI service stopped in the middle of its answer.'],
};

/**
 * Streams an answer within time limits. Only the wait for the provider counts, not the time that the consumer takes
 * for a chunk.
 * @param open Sends the request, and ends it when the given signal is aborted, by the caller or by a time limit.
 * @throws PlannerError, retryable, with a code for each limit
 */
export async function* withTimeLimits(
  limits: TimeLimits,
  caller: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<AnswerChunk>,
): AsyncGenerator<AnswerChunk> {
  const timeout = new AbortController();
  const startTimer = (limit: TimeLimit) =>
    setTimeout(() => timeout.abort(timeoutError(limit)), limits[limit]);
  let timer = startTimer('connectMs');
  try {
    for await (const chunk of open(AbortSignal.any([caller, timeout.signal]))) {
      clearTimeout(timer);
      yield chunk;
      timer = startTimer(chunk.type === 'opened' ? 'firstTokenMs' : 'silenceMs');
    }
  } catch (error) {
    throw timeout.signal.aborted ? timeout.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
  // The client ends the stream of an aborted request as if it were complete.
  timeout.signal.throwIfAborted();
}

function timeoutError(limit: TimeLimit): PlannerError {
  const [code, message] = timeouts[limit];
  return new PlannerError(code, message, { retryable: true });
}
