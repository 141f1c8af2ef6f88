import type { OpenAiConfig } from '../../../src/config.ts';
import { PlannerError, type PlannerErrorCode } from '../plannerError.ts';
import type { ProviderChunk } from './providerStream.ts';

type TimeLimits = OpenAiConfig['timeLimits'];
type Stage = keyof TimeLimits;

const verdicts: Record<Stage, [code: PlannerErrorCode, message: string]> = {
  connectMs: ['PROVIDER_CONNECT_TIMEOUT', 'The AI service did not respond in time.'],
  firstTokenMs: ['PROVIDER_FIRST_TOKEN_TIMEOUT', 'The AI service did not begin its answer in time.'],
  silenceMs: ['PROVIDER_SILENCE_TIMEOUT', 'The AI service stopped in the middle of its answer.'],
};

/**
 * Passes on what a provider sends for as long as it keeps to the limits. The time that the reader takes for a
 * chunk does not count.
 * @param open Asks the provider; the request ends when the given signal is aborted, by the caller or by a limit.
 * @throws PlannerError with a code for each limit, retryable
 */
export async function* withTimeLimits(
  limits: TimeLimits,
  caller: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<ProviderChunk>,
): AsyncGenerator<ProviderChunk> {
  const late = new AbortController();
  const watch = (stage: Stage) => setTimeout(() => late.abort(timedOut(stage)), limits[stage]);
  let timer = watch('connectMs');
  try {
    for await (const chunk of open(AbortSignal.any([caller, late.signal]))) {
      clearTimeout(timer);
      yield chunk;
      timer = watch(chunk.type === 'opened' ? 'firstTokenMs' : 'silenceMs');
    }
  } catch (error) {
    throw late.signal.aborted ? late.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
  // The client ends the stream of an aborted request as if it were complete.
  late.signal.throwIfAborted();
}

function timedOut(stage: Stage): PlannerError {
  const [code, message] = verdicts[stage];
  return new PlannerError(code, message, { retryable: true });
}
