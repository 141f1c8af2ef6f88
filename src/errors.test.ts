import { describe, expect, it } from 'vitest';
import {
  BudgetExceededError,
  ExpectedError,
  IdempotencyConflictError,
  InputValidationError,
  JobStateError,
  JobsNotAcceptedError,
  NotFoundError,
  QuotaExceededError,
} from './errors.ts';

describe('an expected outcome', () => {
  it.each([
    [new InputValidationError([]), 'InputValidationError'],
    [new NotFoundError('job'), 'NotFoundError'],
    [new QuotaExceededError(1, 1), 'QuotaExceededError'],
    [new JobsNotAcceptedError(null, null), 'JobsNotAcceptedError'],
    [
      new BudgetExceededError({ scope: 'USER', unit: 'USD', limit: 1, used: 1, resetsAt: new Date(0) }),
      'BudgetExceededError',
    ],
    [new IdempotencyConflictError(), 'IdempotencyConflictError'],
    [new JobStateError('COMPLETED', 'It has ended.'), 'JobStateError'],
  ])('is told apart from a defect, and goes by the name of its type: %s', (error, name) => {
    expect(error).toBeInstanceOf(ExpectedError);
    expect(error.name).toBe(name);
  });

  it('names every field that is wrong, and where it is', () => {
    const fields = [
      { path: ['input', 'instruction'], message: 'is empty', code: 'EMPTY' as const },
      { path: ['input', 'selection', '0'], message: 'is no id', code: 'INVALID_ID' as const },
    ];
    const error = new InputValidationError(fields);
    expect(error.message).toBe('input.instruction: is empty; input.selection.0: is no id');
    expect(error.fields).toBe(fields);
  });

  it('says how many jobs there are, and how many there may be', () => {
    const error = new QuotaExceededError(21, 20);
    expect(error).toMatchObject({ active: 21, limit: 20 });
    expect(error.message).toContain('21 unfinished jobs, the limit is 20');
  });
});
