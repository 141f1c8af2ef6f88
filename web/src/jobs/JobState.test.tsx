import { renderToStaticMarkup } from 'react-dom/server';
import { Provider } from 'urql';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { aJob } from './fixtures.ts';
import { announcement } from './JobCard.tsx';
import { JobFacts } from './JobFacts.tsx';
import { JobState } from './JobState.tsx';
import { beginProgress } from './jobProgress.ts';

const neverAnswers = { executeMutation: () => undefined } as never;

/** What a person reads of a job. */
function wordsOf(job: JobDetailFragment): string {
  const progress = beginProgress(job);
  const html = renderToStaticMarkup(
    <Provider value={neverAnswers}>
      <JobState job={job} progress={progress} />
      <JobFacts job={job} progress={progress} />
    </Provider>,
  );
  return html
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<\/(?:p|li|button)>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

const error = (code: string, message: string, retryable: boolean) => ({ code, message, retryable });
const attempt = (number: number, startedAt: string, finishedAt: string | null = null) => ({
  number,
  outcome: null,
  startedAt,
  finishedAt,
  retryDelayMs: null,
  error: null,
});

afterEach(() => vi.useRealTimers());
const at = (time: string) => vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });

describe('a job that waits for its next attempt', () => {
  const waiting = {
    attempt: 1,
    nextAttemptAt: '2026-01-01T00:00:12Z',
    startedAt: '2026-01-01T00:00:00Z',
    attempts: [attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z')],
  };

  test.each([
    ['The AI service is busy.', 'The AI service is busy; trying again in 12 s.'],
    [
      'The AI service returned an error (500).',
      'The AI service returned an error (500); trying again in 12 s.',
    ],
  ])('says what happened and when it goes on: %s', (message, expected) => {
    at('2026-01-01T00:00:00Z');
    const words = wordsOf(aJob({ ...waiting, error: error('PROVIDER_RATE_LIMITED', message, true) }));
    expect(words).toContain(expected);
    expect(words).toContain('Next: attempt 2 of 4');
  });

  test('has no clock that runs on', () => {
    at('2026-01-01T00:00:09Z');
    expect(wordsOf(aJob(waiting))).not.toMatch(/\d(?:\.\d)? s\n/);
  });
});

test('a waiting duplicate shows the progress of the job whose result it gets', () => {
  const leaderProgress = { phase: 'GENERATING', progress: 0.4, objectCount: 7 } as const;
  const words = wordsOf(aJob({ queuePosition: null, leaderProgress }));
  expect(words).toContain(
    'An identical request is already running, 7 objects so far. This job gets its result.',
  );
  expect(words).toContain('Generating');
});

describe('a job that failed says what to do next', () => {
  test.each([
    [
      error('PROVIDER_UNAVAILABLE', 'The AI service returned an error (500).', true),
      'Try again in a few minutes.',
    ],
    [error('OUTPUT_INVALID', 'The answer of the AI model is not a plan.', true), 'rephrase your instruction'],
    [
      error(
        'PROVIDER_DENIED',
        'The AI service rejected the API key. Ask your administrator to check it.',
        false,
      ),
      'Ask your administrator to check it.',
    ],
  ])('%j', (failure, expected) => {
    const words = wordsOf(aJob({ status: 'FAILED', error: failure }));
    expect(words).toContain(failure.message);
    expect(words).toContain(expected);
    if (!failure.retryable) expect(words).not.toContain('few minutes');
  });
});

describe('the clock of a job', () => {
  const attempts = [
    attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z'),
    attempt(2, '2026-01-01T00:02:00Z'),
  ];
  const running = { status: 'PROCESSING', startedAt: '2026-01-01T00:00:00Z' } as const;

  test('shows the time of the attempt that runs', () => {
    at('2026-01-01T00:02:08Z');
    expect(wordsOf(aJob({ ...running, attempt: 2, attempts }))).toContain('8.0 s in attempt 2');
  });

  test('names no attempt where there was one alone', () => {
    at('2026-01-01T00:00:04Z');
    const words = wordsOf(aJob({ ...running, attempt: 1, attempts: attempts.slice(0, 1) }));
    expect(words).toContain('4.0 s\n');
    expect(words).not.toContain('in attempt');
  });

  test('stops with the last attempt', () => {
    at('2026-01-01T09:00:00Z');
    const over = [attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z')];
    const job = { ...running, status: 'COMPLETED', attempt: 1, attempts: over } as const;
    expect(wordsOf(aJob(job))).toContain('5.0 s\n');
  });
});

test.each([
  [1, 'Done: 1 object added or changed'],
  [2, 'Done: 2 objects added or changed'],
])('a finished job is announced with %i', (objectCount, expected) => {
  expect(announcement(beginProgress(aJob({ status: 'COMPLETED', objectCount })))).toBe(expected);
});
