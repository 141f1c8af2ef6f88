import { describe, expect, it } from 'vitest';
import { LayoutTimeout } from '../../layout/thread/layOut.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import { ThreadTimeout } from '../../threads/threadPool.ts';
import { type AbortCause, AttemptAborted } from './attemptControl.ts';
import { type Outcome, outcomeOfError } from './outcome.ts';

describe('the outcome of an attempt', () => {
  it.each<[AbortCause, Outcome['type']]>([
    ['cancelled', 'cancelled'],
    ['superseded', 'superseded'],
    ['shutdown', 'released'],
    ['timeout', 'failed'],
  ])('that was ended for %s is %s', (why, type) => {
    expect(outcomeOfError(new AttemptAborted(why)).type).toBe(type);
  });

  it('that took too long is a failure that is worth another try', () => {
    expect(outcomeOfError(new AttemptAborted('timeout'))).toMatchObject({
      error: { code: 'ATTEMPT_TIMEOUT', retryable: true },
    });
  });

  it('whose planner failed is what the planner says, with its cause for operators', () => {
    const error = new PlannerError('PROVIDER_RATE_LIMITED', 'Too much to do.', {
      retryable: true,
      retryAfterMs: 90_000,
      cause: new Error('429 busy', { cause: new Error('socket closed') }),
    });
    expect(outcomeOfError(error)).toEqual({
      type: 'failed',
      error: { code: 'PROVIDER_RATE_LIMITED', message: 'Too much to do.', retryable: true, suggestions: [] },
      detail: '429 busy\nsocket closed',
      retryAfterMs: 90_000,
      partial: null,
    });
  });

  it('whose layout took too long is a failure that no other try mends', () => {
    const error = new LayoutTimeout(new ThreadTimeout('20000 ms'));
    expect(outcomeOfError(error)).toMatchObject({
      error: { code: 'LAYOUT_TIMEOUT', retryable: false, message: expect.stringContaining('Ask for fewer') },
    });
  });

  it.each([new TypeError('x is undefined'), 'a string', undefined])(
    'of a defect of ours is tried again, and tells its owner nothing: %s',
    (error) => {
      const outcome = outcomeOfError(error);
      const message = 'Something went wrong on our side.';
      expect(outcome).toMatchObject({
        type: 'failed',
        error: { code: 'INTERNAL_ERROR', message, retryable: true },
        detail: error instanceof Error ? 'x is undefined' : null,
      });
    },
  );
});
