import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnswerChunk } from './response/answerChunk.ts';
import { withTimeLimits } from './withTimeLimits.ts';

const limits = { connectMs: 100, firstTokenMs: 300, silenceMs: 200 };
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds of waiting before each chunk, by a provider that gives up when its request is aborted. */
function provider(...script: [waitMs: number, chunk: AnswerChunk][]) {
  const closed = vi.fn();
  async function* open(signal: AbortSignal) {
    for (const [waitMs, chunk] of script) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, waitMs);
        signal.addEventListener('abort', () => resolve());
      });
      // As the client does: an aborted stream ends as if it were complete.
      if (signal.aborted) return closed();
      yield chunk;
    }
  }
  return { open, closed };
}

const opened: AnswerChunk = { type: 'opened', characters: 0 };
const text: AnswerChunk = { type: 'text', text: 'a' };

it('passes on an answer of which every part keeps to its limit', async () => {
  const script: [number, AnswerChunk][] = [
    [99, opened],
    [299, text],
    [199, text],
    [199, text],
  ];
  const chunks = Array.fromAsync(withTimeLimits(limits, never, provider(...script).open));
  await vi.runAllTimersAsync();
  expect(await chunks).toEqual([opened, text, text, text]);
});

it.each<[string, [number, AnswerChunk][]]>([
  ['PROVIDER_CONNECT_TIMEOUT', [[101, opened]]],
  [
    'PROVIDER_FIRST_TOKEN_TIMEOUT',
    [
      [0, opened],
      [301, text],
    ],
  ],
  [
    'PROVIDER_SILENCE_TIMEOUT',
    [
      [0, opened],
      [0, text],
      [201, text],
    ],
  ],
])('ends the request with %s', async (code, script) => {
  const { open, closed } = provider(...script);
  const failure = Array.fromAsync(withTimeLimits(limits, never, open)).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failure).toMatchObject({ code, retryable: true });
  expect(closed).toHaveBeenCalledOnce();
});

it('does not count the time of the reader', async () => {
  const answer = withTimeLimits(limits, never, provider([0, opened], [0, text]).open);
  const read = async () => {
    const chunks: AnswerChunk[] = [];
    for await (const chunk of answer) {
      chunks.push(chunk);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return chunks;
  };
  const chunks = read();
  await vi.runAllTimersAsync();
  expect(await chunks).toEqual([opened, text]);
});

it('leaves no timer behind when the reader leaves or the caller aborts', async () => {
  const left = withTimeLimits(limits, never, provider([0, opened], [50, text]).open);
  const first = left.next();
  await vi.advanceTimersByTimeAsync(0);
  await first;
  await left.return(undefined);
  expect(vi.getTimerCount()).toBe(0);

  const caller = new AbortController();
  const aborted = Array.fromAsync(withTimeLimits(limits, caller.signal, provider([50, opened]).open));
  caller.abort();
  expect(await aborted).toEqual([]);
  await vi.runAllTimersAsync();
  expect(vi.getTimerCount()).toBe(0);
});
