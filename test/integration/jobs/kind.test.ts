import { expect } from 'vitest';
import { create, history } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

test('the chosen kind of diagram goes to the planner, and is read with the job', async ({
  system,
  model,
}) => {
  await system.startWorker();
  const { id } = await create(system.client, { instruction: 'a; b; c', kind: 'KANBAN' });
  const request = await model.nextRequest();
  expect(JSON.stringify(request.body)).toContain(JSON.stringify('{"request":"a; b; c","kind":"kanban"}'));
  sendPlan(request, flowPlan(3));
  await history(system.client, id);
  const { data } = await system.client.send('query ($id: ID!) { job(id: $id) { status kind } }', { id });
  expect(data.job).toEqual({ status: 'COMPLETED', kind: 'KANBAN' });
});

test('a created job is answered as a query reads it', async ({ system }) => {
  const selected = `id type status phase priority instruction kind selection progress attempt maxAttempts lastSequence
    nextAttemptAt warnings objectCount cacheHit cacheKey planner model createdAt startedAt finishedAt runTimeMs canRetry
    canvas { id title } attempts { number } createdBy { name } error { code } usage { inputTokens }`;
  const input = { instruction: 'a -> b', kind: 'FLOW', priority: 'HIGH', idempotencyKey: 'one' };
  const document = `mutation ($input: CreateCanvasJobInput!) {
    createCanvasJob(input: $input) { ... on CreateCanvasJobSuccess { replayed job { ${selected} } } }
  }`;
  const { replayed, job } = (await system.client.send(document, { input })).data.createCanvasJob;
  const read = await system.client.send(`query ($id: ID!) { job(id: $id) { ${selected} } }`, { id: job.id });
  expect([replayed, job]).toEqual([false, read.data.job]);
  expect((await system.client.send(document, { input })).data.createCanvasJob).toEqual({
    replayed: true,
    job,
  });
});
