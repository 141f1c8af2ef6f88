import { describe, expect } from 'vitest';
import { change } from '../../support/canvases.ts';
import { create, history, until } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

async function listed(client: Client): Promise<string[]> {
  const { data } = await client.send('{ canvases(first: 50) { totalCount edges { node { id } } } }');
  const ids = data.canvases.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(data.canvases.totalCount).toBe(ids.length);
  return ids;
}

async function send(client: Client, mutation: 'cancelJob' | 'retryJob', jobId: string) {
  const type = mutation === 'cancelJob' ? 'CancelJobInput' : 'RetryJobInput';
  await client.send(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
    input: { jobId },
  });
}

describe('the list of canvases', () => {
  test('leaves out a canvas whose only job has failed, until the job is retried', async ({
    system,
    model,
  }) => {
    const { client } = system;
    await system.startWorker({ MAX_JOB_RETRIES: '0' });
    const { id, canvasId } = await create(client, { instruction: 'a flow' });
    expect(await listed(client)).toEqual([canvasId]);
    (await model.nextRequest()).refuse(401);
    const failed = await until(client, id, 'JobFailed');
    expect(await listed(client)).toEqual([]);
    // The job's own link still opens it.
    const { data } = await client.send(
      'query ($id: ID!, $canvasId: ID!) { job(id: $id) { canvas { id } } canvas(id: $canvasId) { id title } }',
      { id, canvasId },
    );
    expect(data).toMatchObject({ job: { canvas: { id: canvasId } }, canvas: { title: 'a flow' } });

    await send(client, 'retryJob', id);
    expect(await listed(client)).toEqual([canvasId]);
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(2));
    await history(client, id, failed.sequence);
    expect(await listed(client)).toEqual([canvasId]);
  });

  test('leaves out one whose jobs were cancelled, unless a user has edited it', async ({ system }) => {
    const { client } = system;
    const [cancelled, renamed, drawn, again] = [
      await create(client, { instruction: 'cancelled' }),
      await create(client, { instruction: 'renamed' }),
      await create(client, { instruction: 'drawn' }),
      await create(client, { instruction: 'again' }),
    ];
    await change(client, 'renameCanvas', { canvasId: renamed.canvasId, title: 'Mine' });
    const frame = { id: crypto.randomUUID(), x: 0, y: 0, width: 100, height: 100 };
    await change(client, 'updateCanvasObjects', {
      canvasId: drawn.canvasId,
      baseVersionNumber: 0,
      add: [{ frame }],
    });
    await create(client, { instruction: 'another try', canvasId: again.canvasId });
    const copy = (await change(client, 'duplicateCanvas', { canvasId: cancelled.canvasId })).canvas.id;
    for (const { id } of [cancelled, renamed, drawn, again]) await send(client, 'cancelJob', id);
    expect(await listed(client)).toEqual([copy, again.canvasId, drawn.canvasId, renamed.canvasId]);

    await change(client, 'deleteCanvas', { canvasId: cancelled.canvasId });
    const { data } = await client.send('{ canvases(deleted: true) { edges { node { id } } } }');
    expect(data.canvases.edges).toEqual([{ node: { id: cancelled.canvasId } }]);
  });
});
