import { describe, expect } from 'vitest';
import { readQueueSnapshot } from '../../../src/jobs/queue/sql/readQueueSnapshot.ts';
import { change, readCanvas } from '../../support/canvases.ts';
import { create, history, plannersOf, readJob, typesOf } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

const tidyDocument = `mutation ($input: TidyCanvasInput!) { tidyCanvas(input: $input) {
  __typename
  ... on TidyCanvasSuccess { job { id type instruction } }
  ... on InputValidationError { fields { path code } }
  ... on Error { message }
} }`;

async function tidy(client: Client, input: Record<string, unknown>) {
  const { data, errors } = await client.send(tidyDocument, { input });
  expect(errors).toBeUndefined();
  return data.tidyCanvas;
}

/** A canvas with a flow of three steps, of which the second was moved far away. */
async function untidyCanvas(client: Client) {
  const job = await create(client, { instruction: 'Draft -> Review -> Publish' });
  await history(client, job.id);
  const { canvasId } = job;
  const { objects } = await readCanvas(client, canvasId);
  const review = objects.find(({ text }: { text?: string }) => text === 'Review');
  const moved = { id: review.id, x: 3_000, y: 2_000 };
  await change(client, 'updateCanvasObjects', {
    ...{ canvasId, baseVersionNumber: 1, add: [], update: [moved], delete: [] },
  });
  return { canvasId, review };
}

const placesOf = (objects: { id: string; x?: number; y?: number }[]) =>
  new Map(objects.map(({ id, x, y }) => [id, { x, y }]));

describe('tidyCanvas', () => {
  test.override({ env: { OPENAI_BASE_URL: '' } });

  test('lays a canvas out again as one version, without a planner, which one undo reverts', async ({
    system,
    database,
  }) => {
    await system.startWorker();
    const { canvasId, review } = await untidyCanvas(system.client);
    const { job, ...result } = await tidy(system.client, { canvasId, idempotencyKey: 'once' });
    expect([result.__typename, job.type]).toEqual(['TidyCanvasSuccess', 'TIDY_CANVAS']);
    expect(typesOf(await history(system.client, job.id)).at(-1)).toBe('JobCompleted');
    const tidied = await readCanvas(system.client, canvasId);
    const places = [...placesOf(tidied.objects).values()].filter(({ x }) => x !== undefined);
    expect(new Set(places.map(({ y }) => y)).size).toBe(1);
    expect(tidied.versionNumber).toBe(3);
    expect((await tidy(system.client, { canvasId, idempotencyKey: 'once' })).job.id).toBe(job.id);
    expect(new Set(await plannersOf(system.client, job.id))).toEqual(new Set([null]));
    const { medianRunMs } = await readQueueSnapshot(database.pool(), { planner: 'sketcher', model: null });
    expect(Object.keys(medianRunMs).sort()).toEqual(['CREATE_CANVAS', 'TIDY_CANVAS']);
    await change(system.client, 'undoCanvasJob', { jobId: job.id });
    const undone = placesOf((await readCanvas(system.client, canvasId)).objects);
    expect(undone.get(review.id)).toEqual({ x: 3_000, y: 2_000 });
  });

  test('fails, and makes no version, when everything is tidy already', async ({ system }) => {
    await system.startWorker();
    const { id, canvasId } = await create(system.client, { instruction: 'Draft -> Review -> Publish' });
    await history(system.client, id);
    const { job } = await tidy(system.client, { canvasId });
    await history(system.client, job.id);
    const { status, error } = await readJob(system.client, job.id);
    expect([status, error.message]).toEqual(['FAILED', 'Nothing was changed: everything is tidy already.']);
    expect((await readCanvas(system.client, canvasId)).versionNumber).toBe(1);
  });

  test('names objects that are not on the canvas, and refuses a canvas of somebody else', async ({
    system,
  }) => {
    await system.startWorker();
    const { canvasId } = await untidyCanvas(system.client);
    const result = await tidy(system.client, { canvasId, objectIds: ['nonsense'] });
    expect(result).toMatchObject({ fields: [{ path: ['objectIds', '0'], code: 'INVALID_ID' }] });
    expect((await tidy(system.client, { canvasId: 'nonsense' })).__typename).toBe('NotFoundError');
  });
});

describe('a plan that undoes the last change', () => {
  const undo = {
    title: '',
    layout: 'flow',
    direction: null,
    objects: [{ type: 'revert', id: 'r' }],
  } as const;

  test('makes the version that the Undo button would make', async ({ system, model }) => {
    await system.startWorker();
    model.respondToAll((request) => sendPlan(request, flowPlan(3)));
    const first = await create(system.client, { instruction: 'a flow' });
    await history(system.client, first.id);
    model.respondToAll((request) => sendPlan(request, { ...undo, objects: [...undo.objects] }));
    const { canvasId } = first;
    const second = await create(system.client, { instruction: 'undo that', canvasId });
    await history(system.client, second.id);
    const canvas = await readCanvas(system.client, canvasId);
    expect(canvas.objects).toEqual([]);
    expect(canvas.versions.edges[0].node).toMatchObject({
      kind: 'UNDO',
      sourceNumber: 1,
      job: { id: second.id },
    });

    const third = await create(system.client, { instruction: 'and again', canvasId });
    await history(system.client, third.id);
    const { status, error } = await readJob(system.client, third.id);
    expect([status, error]).toEqual([
      'FAILED',
      expect.objectContaining({
        code: 'INSTRUCTION_NOT_UNDERSTOOD',
        message: expect.stringContaining('undo'),
      }),
    ]);
    await change(system.client, 'undoCanvasJob', { jobId: second.id });
    expect((await readCanvas(system.client, canvasId)).objects).toHaveLength(3);
  });
});
