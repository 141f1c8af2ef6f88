import { expect } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { readStory } from '../../../tools/jobs/readStory.ts';
import { tellStory } from '../../../tools/jobs/tellStory.ts';
import { create, history } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

test('the story of a job has its attempts, their errors and its events, and texts only if asked for', async ({
  system,
  model,
}) => {
  const { client, api } = system;
  const { id } = await create(client, { instruction: 'a secret plan' });
  const jobId = decodeId('CanvasJob', id) ?? '';
  const { database } = api.services;
  const waiting = await readStory(database, jobId);
  expect(waiting && tellStory(waiting, false).join('\n')).toMatch(
    /Waits: +no worker is alive\n[\s\S]*Queue entry\n {2}ready \S+, not taken, 0 of 25 tries/,
  );

  await system.startWorker();
  (await model.nextRequest()).refuse(503);
  sendPlan(await model.nextRequest(), flowPlan(3));
  await history(client, id);
  const story = await readStory(database, jobId);
  if (story === undefined) throw new Error('the job has no story');
  const told = tellStory(story, false).join('\n');
  for (const part of [
    `${id} (${jobId})`,
    'COMPLETED, phase DONE, 100 %, 3 objects',
    'error PROVIDER_UNAVAILABLE: ',
    'Queue entry\n  none',
    'JOB, 3 objects added',
    'attempt 1  JobRetryScheduled error=PROVIDER_UNAVAILABLE',
    'attempt 2  JobCompleted',
  ])
    expect(told).toContain(part);
  expect(told).not.toContain('secret');
  expect(tellStory(story, true).join('\n')).toContain('"a secret plan"');
  expect(await readStory(database, '018f0000-0000-7000-8000-000000000001')).toBeUndefined();
});
