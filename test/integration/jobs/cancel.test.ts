import { describe, expect } from 'vitest';
import { create, history, readJob, typesOf, until, watch } from '../../support/jobs.ts';
import { flowPlan, piecesOf, sendPlan } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

async function cancel(client: Client, jobId: string, keepPartial = false) {
  const { data } = await client.send(
    `mutation ($input: CancelJobInput!) { cancelJob(input: $input) {
      __typename ... on CancelJobSuccess { job { status } } ... on JobStateError { status message }
    } }`,
    { input: { jobId, keepPartial } },
  );
  return data.cancelJob;
}

describe('cancelJob', () => {
  test('cancels a queued job at once, and has the same result when it is sent again', async ({ system }) => {
    const { id } = await create(system.client, { instruction: 'never mind' });
    const answer = { __typename: 'CancelJobSuccess', job: { status: 'CANCELLED' } };
    expect(await cancel(system.client, id)).toEqual(answer);
    expect(await cancel(system.client, id)).toEqual(answer);
    expect(typesOf(await history(system.client, id))).toEqual(['JobQueued', 'JobCancelled']);
  });

  test("closes the provider's connection of a running job, and nothing appears after JobCancelled", async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const { id, canvasId } = await create(system.client, { instruction: 'stop me' });
    const request = await model.nextRequest();
    request.sendText(piecesOf(flowPlan(9)).slice(0, 4).join(''));
    await until(system.client, id, 'ObjectsGenerated');

    expect(await cancel(system.client, id)).toEqual({
      __typename: 'CancelJobSuccess',
      // The worker may be done before the job is read for the answer.
      job: { status: expect.stringMatching(/^(CANCELLING|CANCELLED)$/) },
    });
    await request.closed;
    const events = await history(system.client, id);
    expect(typesOf(events).slice(-2)).toEqual(['JobCancelRequested', 'JobCancelled']);
    expect(events.at(-1)).toMatchObject({ keptPartial: false });
    const job = await readJob(system.client, id);
    expect(job).toMatchObject({
      status: 'CANCELLED',
      attempts: [{ outcome: 'CANCELLED' }],
      usage: { estimated: true },
      canvas: { id: canvasId, versionNumber: 0, objects: [] },
    });
  });

  test('keeps the objects generated so far with keepPartial', async ({ system, model }) => {
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'enough' });
    const request = await model.nextRequest();
    request.sendText(piecesOf(flowPlan(9)).slice(0, 4).join(''));
    for await (const event of watch(system.client, id)) if (event.objectCount === 3) break;

    await cancel(system.client, id, true);
    expect((await history(system.client, id)).at(-1)).toMatchObject({
      __typename: 'JobCancelled',
      keptPartial: true,
    });
    const { status, objectCount, canvas } = await readJob(system.client, id);
    expect({ status, objectCount, version: canvas.versionNumber }).toEqual({
      status: 'CANCELLED',
      objectCount: 3,
      version: 1,
    });
    expect(canvas.objects.map(({ text }: { text: string }) => text).sort()).toEqual([
      'Step 1',
      'Step 2',
      'Step 3',
    ]);
  });

  test('reports that a job has already ended', async ({ system, model }) => {
    await system.startWorker();
    model.respondToAll((request) => sendPlan(request, flowPlan(3)));
    const { id } = await create(system.client, { instruction: 'quick' });
    await history(system.client, id);
    expect(await cancel(system.client, id)).toMatchObject({
      __typename: 'JobStateError',
      status: 'COMPLETED',
    });
  });

  test('takes effect although its notification was lost', async ({ system, model, database }) => {
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'no listener' });
    const request = await model.nextRequest();
    // Every listening connection is cut; the intent is in the row.
    await database
      .pool()
      .query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'collabcanvas-hub'",
      );
    await cancel(system.client, id);
    await request.closed;
    expect((await history(system.client, id)).at(-1)?.__typename).toBe('JobCancelled');
  });
});
