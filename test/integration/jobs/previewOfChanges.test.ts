import { describe, expect } from 'vitest';
import type { PlanObject } from '../../../src/canvas/model/plan.ts';
import { create, history, readJob, until, watch } from '../../support/jobs.ts';
import type { ModelRequest, ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf, sendPlan } from '../../support/model/plans.ts';
import { type Client, type System, test } from '../../support/system.ts';

/** What the preview of a job shows of a canvas. */
type Preview = { updated: { id: string; text?: string; color?: string }[]; deleted: string[] };

/** Waits until the events of a job have updated and deleted objects. */
async function previewed(client: Client, jobId: string): Promise<Preview> {
  const preview: Preview = { updated: [], deleted: [] };
  for await (const event of watch(client, jobId)) {
    if (event.__typename !== 'ObjectsGenerated') continue;
    preview.updated.push(...event.updatedObjects);
    preview.deleted.push(...event.deletedIds);
    if (preview.updated.length > 0 && preview.deleted.length > 0) return preview;
  }
  throw new Error('the log ended without updates and deletions');
}

const update = (target: string): PlanObject => ({
  ...{ type: 'update', id: 'u', target, text: 'Begin', color: 'green' },
  ...{ shape: null, parent: null, order: null, style: null },
});

/** A canvas of three steps, and a job that changes it, with the model's answer to it still to be sent. */
async function changing({ client, startWorker }: System, model: ModelServer) {
  await startWorker();
  const created = await create(client, { instruction: 'three steps' });
  sendPlan(await model.nextRequest(), flowPlan(5));
  await history(client, created.id);
  const { canvas } = await readJob(client, created.id);
  const { id } = await create(client, { instruction: 'change it', canvasId: created.canvasId });
  const request = await model.nextRequest();
  return { id, creator: created.id, canvas, request, pieces: piecesFor(request) };
}

/** An answer that renames the first step, deletes the last one and adds one, in pieces. */
function piecesFor({ body }: ModelRequest): string[] {
  const shown: { id: string; text: string }[] = JSON.parse(body.input ?? '').canvas;
  const named = (text: string) => shown.find((object) => object.text === text)?.id ?? '';
  return piecesOf({
    ...{ title: '', layout: 'flow', direction: null },
    objects: [
      update(named('Step 1')),
      { type: 'delete', id: 'd', target: named('Step 3') },
      { type: 'node', id: 'n', shape: 'rect', text: 'New', color: null, parent: null, order: null },
      { type: 'edge', id: 'e', from: named('Step 1'), to: 'n', label: null, style: null },
    ],
  });
}

const idOf = (canvas: { objects: { id: string; text?: string }[] }, text: string) =>
  canvas.objects.find((object) => object.text === text)?.id;

describe('the preview of a change', () => {
  test('shows updates and deletions while the model is still writing, also to a late subscriber', async ({
    system,
    model,
  }) => {
    const { client } = system;
    const { id, canvas, request, pieces } = await changing(system, model);
    request.sendText(pieces.slice(0, 3).join(''));

    const seen = await previewed(client, id);
    const first = { __typename: 'Shape', id: idOf(canvas, 'Step 1'), text: 'Begin', color: 'GREEN' };
    expect(seen.updated).toContainEqual(first);
    expect(seen.deleted).toContain(idOf(canvas, 'Step 3'));
    expect(await previewed(client, id)).toEqual(seen);
    // The canvas itself does not change before the job completes.
    expect((await readJob(client, id)).canvas).toEqual(canvas);

    request.sendText(pieces.slice(3).join(''));
    request.complete();
    await until(client, id, 'JobCompleted');
    const { canvas: after } = await readJob(client, id);
    expect(idOf(after, 'Begin')).toBe(first.id);
    expect(idOf(after, 'Step 3')).toBeUndefined();
    expect(await previewed(client, id)).toEqual(seen);
  });

  test('leaves the canvas as it was when the job is cancelled', async ({ system, model }) => {
    const { client } = system;
    const { id, canvas, request, pieces } = await changing(system, model);
    request.sendText(pieces.slice(0, 3).join(''));
    await previewed(client, id);
    await client.send('mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename } }', {
      input: { jobId: id, keepPartial: false },
    });
    const events = await history(client, id);
    expect(events.at(-1)).toMatchObject({ __typename: 'JobCancelled', keptPartial: false });
    expect((await readJob(client, id)).canvas).toEqual(canvas);
  });

  test('gives updated objects with their canvas and the job that added them', async ({ system, model }) => {
    const { client } = system;
    const { id, creator, canvas, request, pieces } = await changing(system, model);
    request.sendText(pieces.join(''));
    request.complete();
    await history(client, id);
    const { data } = await client.send(
      `query ($id: ID!) { job(id: $id) { events(first: 20) { nodes { ... on ObjectsGenerated {
        updatedObjects { ...Origin }
        objects { ... on Connector { from { ...Origin } } }
      } } } } }
      fragment Origin on CanvasObject { id createdByJob { id } canvas { id } }`,
      { id },
    );
    const nodes: { updatedObjects?: object[]; objects?: { from?: object }[] }[] = data.job.events.nodes;
    const origin = { id: idOf(canvas, 'Step 1'), createdByJob: { id: creator }, canvas: { id: canvas.id } };
    expect(nodes.flatMap(({ updatedObjects = [] }) => updatedObjects)).toContainEqual(origin);
    expect(nodes.flatMap(({ objects = [] }) => objects.flatMap(({ from }) => from ?? []))).toContainEqual(
      origin,
    );
  });
});
