import { expect, test } from 'vitest';
import { reportRepeatedErrors } from './repeatedErrors.ts';

test('an error that stays the same is logged once, until the task has succeeded or fails otherwise', () => {
  const logged: string[] = [];
  const error = ({ err }: { err: Error }) => logged.push(err.message);
  const errors = reportRepeatedErrors({ error } as never, 'recovery failed');
  for (const message of ['no table', 'no table', 'no column', 'no table']) errors.failed(new Error(message));
  errors.failed(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  errors.failed(new Error('no table'));
  errors.succeeded();
  errors.failed(new Error('no table'));
  expect(logged).toEqual(['no table', 'no column', 'no table', 'no table']);
});
