import { renderToStaticMarkup } from 'react-dom/server';
import { Provider } from 'urql';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JobDetailFragment, JobErrorFieldsFragment } from '../../generated/graphql.ts';
import { aJob, aShape, event } from '../fixtures.ts';
import { applyJobEvent, beginProgress } from '../state/jobProgress.ts';
import { announcement } from './JobCard.tsx';
import { JobFacts } from './JobFacts.tsx';
import { JobState } from './JobState.tsx';

const neverAnswers = { executeMutation: () => undefined, executeQuery: () => () => undefined } as never;

/** The text of a job as displayed. */
function textOf(job: JobDetailFragment, progress = beginProgress(job)): string {
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

const error = (code: JobErrorFieldsFragment['code'], message: string, retryable: boolean) => ({
  code,
  message,
  retryable,
});
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

  test('shows the error and the time until the retry', () => {
    at('2026-01-01T00:00:00Z');
    const text = textOf(aJob({ ...waiting, error: error('PROVIDER_RATE_LIMITED', 'Busy (429).', true) }));
    expect(text).toContain('The AI service is busy; trying again in 12 s.');
    expect(text).toContain('Next: attempt 2 of 4');
    expect(text).toContain('Try now');
  });

  test('is tried once that time is over, without a button', () => {
    at('2026-01-01T00:00:12Z');
    const text = textOf(aJob({ ...waiting, error: error('PROVIDER_RATE_LIMITED', 'Busy (429).', true) }));
    expect(text).toContain('trying again now.');
    expect(text).not.toContain('Try now');
  });

  test('shows no run time', () => {
    at('2026-01-01T00:00:09Z');
    expect(textOf(aJob(waiting))).not.toMatch(/\d(?:\.\d)? s\n/);
  });
});

describe('a job that changes a canvas', () => {
  const changing = aJob({ type: 'MODIFY_CANVAS', status: 'PROCESSING', objectCount: 2, lastSequence: 0 });
  const changes = { updatedObjects: [aShape('b')], deletedIds: ['c', 'd'] };

  test('shows what it adds, changes and deletes while it is running', () => {
    const progress = applyJobEvent(
      beginProgress(changing),
      event.generated(1, 1, [aShape('a')], 0.5, changes),
    );
    expect(textOf(changing, progress)).toContain('1 added, 1 changed, 2 to be deleted\n');
  });
});

test('a waiting duplicate shows the progress of the job whose result it gets', () => {
  const leaderProgress = { phase: 'GENERATING', progress: 0.4, objectCount: 7 } as const;
  const text = textOf(aJob({ queuePosition: null, leaderProgress }));
  expect(text).toContain(
    'An identical request is already running, 7 objects so far. This job gets its result.',
  );
  expect(text).toContain('Generating');
});

test('a job that waits for other jobs of its owner shows that', () => {
  const text = textOf(aJob({ queuePosition: null, waitReason: 'USER_LIMIT' }));
  expect(text).toContain('Waits for other jobs of the same user: only so many run at once.');
});

describe('a failed job shows what to do next', () => {
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
    const text = textOf(aJob({ status: 'FAILED', error: failure }));
    expect(text).toContain(failure.message);
    expect(text).toContain(expected);
    if (!failure.retryable) expect(text).not.toContain('few minutes');
  });
});

describe('the run time of a job', () => {
  const attempts = [
    attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z'),
    attempt(2, '2026-01-01T00:02:00Z'),
  ];
  const running = { status: 'PROCESSING', startedAt: '2026-01-01T00:00:00Z' } as const;

  test('is that of the running attempt', () => {
    at('2026-01-01T00:02:08Z');
    expect(textOf(aJob({ ...running, attempt: 2, attempts }))).toContain('8.0 s in attempt 2');
  });

  test('names no attempt if there is only one', () => {
    at('2026-01-01T00:00:04Z');
    const text = textOf(aJob({ ...running, attempt: 1, attempts: attempts.slice(0, 1) }));
    expect(text).toContain('4.0 s\n');
    expect(text).not.toContain('in attempt');
  });

  test('is not shown for a cached result', () => {
    const done = [attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')];
    const job = { status: 'COMPLETED', attempt: 1, attempts: done, cacheHit: true } as const;
    const text = textOf(aJob(job));
    expect(text).toContain('Reused a cached result');
    expect(text).not.toContain('0.0 s');
  });

  test('stops with the last attempt', () => {
    at('2026-01-01T09:00:00Z');
    const over = [attempt(1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z')];
    const job = { ...running, status: 'COMPLETED', attempt: 1, attempts: over } as const;
    expect(textOf(aJob(job))).toContain('5.0 s\n');
  });
});

test.each([
  [1, 'Done: 1 object added or changed'],
  [2, 'Done: 2 objects added or changed'],
])('the announcement of a completed job counts %i', (objectCount, expected) => {
  const job = aJob({ status: 'COMPLETED', objectCount });
  expect(announcement(job, beginProgress(job))).toBe(expected);
});

test.each([
  ['a job with a planner', { planner: 'sketcher' }, 'Planning'],
  ['an import, which has none', { planner: null }, 'Reading the file'],
  ['a job that tidies up', { planner: null, type: 'TIDY_CANVAS' }, 'Planning'],
] as const)('the first phase of %s is named', (_what, changes, expected) => {
  const job = aJob({ status: 'PROCESSING', phase: 'PLANNING', ...changes });
  expect(announcement(job, beginProgress(job))).toBe(expected);
});
