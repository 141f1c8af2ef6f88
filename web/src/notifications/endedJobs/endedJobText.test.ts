import { expect, test } from 'vitest';
import { aJob } from '../../jobs/fixtures.ts';
import { bundleText, outcomeOf, titleOf } from './endedJobText.ts';

const canvas = { id: 'c', title: 'Sign-up flow' };

test.each([
  [{ type: 'CREATE_CANVAS', objectCount: 9 }, 'Sign-up flow', 'Canvas drawn, 9 objects'],
  [{ type: 'MODIFY_CANVAS', instruction: 'Add a step\nnow' }, 'Sign-up flow', 'Canvas updated: Add a step …'],
  [{ type: 'TIDY_CANVAS' }, 'Sign-up flow', 'Canvas tidied up'],
] as const)('a completed job %o is named by its canvas', (changes, title, outcome) => {
  const job = aJob({ status: 'COMPLETED', canvas, ...changes });
  expect([titleOf(job), outcomeOf(job)]).toEqual([title, outcome]);
});

test('a failed job is named by its instruction, with the reason', () => {
  const error = { code: 'PROVIDER_UNREACHABLE', message: 'No', retryable: true } as const;
  const job = aJob({ status: 'FAILED', instruction: 'A plan', error });
  expect([titleOf(job), outcomeOf(job)]).toEqual([
    'A plan',
    'Failed: The connection to the AI service failed.',
  ]);
});

test('a failed job without an instruction is named by its canvas', () => {
  const job = aJob({ status: 'CANCELLED', type: 'TIDY_CANVAS', instruction: '', canvas });
  expect([titleOf(job), outcomeOf(job)]).toEqual(['Sign-up flow', 'Cancelled']);
});

test.each([
  [{ count: 1, failedCount: 0 }, '1 more job has ended'],
  [{ count: 7, failedCount: 2 }, '7 more jobs have ended, 2 of them failed'],
])('jobs that are reported together are counted: %o', (bundle, text) => {
  expect(bundleText(bundle)).toBe(text);
});
