import { expect } from 'vitest';
import { runLoad } from '../../../bench/load/runLoad.ts';
import { test } from '../../support/system.ts';

test('users of `npm run load` create, follow, edit and cancel without an error, and find all jobs again', async ({
  system: { api, startWorker },
}) => {
  await startWorker({ OPENAI_BASE_URL: '' });
  const { figures, errors } = await runLoad({
    ...{ url: api.url, users: 2, tokens: [] },
    // One round for each user.
    ...{ minutes: 0.001, jobsPerMinute: 6_000 },
  });
  expect(errors).toEqual(new Map());
  const percentages = figures.filter(({ unit }) => unit === '%').map(({ value }) => value);
  expect(percentages).toEqual([0, 100, 100]);
});
