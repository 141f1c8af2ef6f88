import { expect } from 'vitest';
import { create, history } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/plans.ts';
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
