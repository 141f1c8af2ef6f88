import { expect, test } from 'vitest';
import { submissionFor } from './submission.ts';

function keys(): () => string {
  let last = 0;
  return () => `key-${++last}`;
}

test('a second try of the same input keeps its key', () => {
  const newKey = keys();
  const first = submissionFor(null, 'A kanban', null, newKey);
  expect(submissionFor(first, 'A kanban', null, newKey)).toBe(first);
});

test('another text or another canvas is another submission', () => {
  const newKey = keys();
  const first = submissionFor(null, 'A kanban', null, newKey);
  expect(submissionFor(first, 'A kanban board', null, newKey).key).toBe('key-2');
  expect(submissionFor(first, 'A kanban', 'c1', newKey).key).toBe('key-3');
});
