import { expect, test } from 'vitest';
import { newCanvasRequest, submissionFor } from './submission.ts';

function keys(): () => string {
  let last = 0;
  return () => `key-${++last}`;
}

const wanted = { ...newCanvasRequest, instruction: 'A kanban' };

test('sending the same input again keeps its key', () => {
  const newKey = keys();
  const first = submissionFor(null, wanted, newKey);
  expect(submissionFor(first, { ...wanted }, newKey)).toBe(first);
});

test('another text, canvas, selection, priority or kind is another submission', () => {
  const newKey = keys();
  const first = submissionFor(null, wanted, newKey);
  expect(submissionFor(first, { ...wanted, instruction: 'A kanban board' }, newKey).key).toBe('key-2');
  expect(submissionFor(first, { ...wanted, canvasId: 'c1' }, newKey).key).toBe('key-3');
  expect(submissionFor(first, { ...wanted, selection: ['a'] }, newKey).key).toBe('key-4');
  expect(submissionFor(first, { ...wanted, priority: 'HIGH' }, newKey).key).toBe('key-5');
  expect(submissionFor(first, { ...wanted, kind: 'KANBAN' }, newKey).key).toBe('key-6');
});
