import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { change, readCanvas, readObjectsAt } from './kit/canvases.ts';
import { create, history } from './kit/jobs.ts';
import { flowPlan, piecesOf } from './kit/plans.ts';
import { type Client, test as systemTest } from './kit/system.ts';

/** `drawn`: a canvas with two steps and a connector, drawn by a job. */
const test = systemTest.extend<{ drawn: { id: string; jobId: string } }>({
  drawn: async ({ system, model }, use) => {
    await system.startWorker();
    model.answerAll((request) => {
      request.say(piecesOf(flowPlan(3)).join(''));
      request.complete();
    });
    const job = await create(system.client, { instruction: 'two steps' });
    await history(system.client, job.id);
    await use({ id: job.canvasId, jobId: job.id });
  },
});

const shapeOf = async (client: Client, canvasId: string, text: string) => {
  const { objects } = await readCanvas(client, canvasId);
  return objects.find((object: { text?: string }) => object.text === text);
};

describe('an edit', () => {
  test('becomes a version of its own, and survives', async ({ system: { client }, drawn }) => {
    const step = await shapeOf(client, drawn.id, 'Step 1');
    const id = randomUUID();
    const result = await change(client, 'updateCanvasObjects', {
      canvasId: drawn.id,
      baseVersion: 1,
      add: [{ shape: { id, x: 900, y: 900, width: 160, height: 64, text: 'Mine' } }],
      update: [{ id: step.id, text: 'Begin', color: 'RED' }],
    });
    expect(result).toMatchObject({ version: { number: 2, kind: 'EDIT' }, refused: [] });
    const canvas = await readCanvas(client, drawn.id);
    const { node } = canvas.versions.edges[0];
    expect(node).toMatchObject({
      addedCount: 1,
      updatedCount: 1,
      deletedCount: 0,
      objectCount: 4,
      job: null,
    });
    expect(await shapeOf(client, drawn.id, 'Begin')).toEqual({
      ...step,
      text: 'Begin',
      lines: ['Begin'],
      color: 'RED',
    });
    expect(await shapeOf(client, drawn.id, 'Mine')).toMatchObject({ lines: ['Mine'], createdByJob: null });
  });
});

describe('undoing a job', () => {
  test('restores the former version exactly, and so does undoing that', async ({
    system: { client },
    drawn,
  }) => {
    const drawnObjects = (await readCanvas(client, drawn.id)).objects;
    expect(await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).toMatchObject({
      version: { number: 2, kind: 'UNDO' },
    });
    expect((await readCanvas(client, drawn.id)).objects).toEqual([]);
    expect(await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).toMatchObject({
      __typename: 'CanvasConflictError',
      message: 'Version 1 has been taken back already, by version 2. To have it again, undo version 2.',
    });
    await change(client, 'undoCanvasVersion', { canvasId: drawn.id, version: 2 });
    const again = await readCanvas(client, drawn.id);
    expect(again.objects).toEqual(drawnObjects);
    expect(again.versions.edges.map(({ node }: { node: { undoneBy: number } }) => node.undoneBy)).toEqual([
      null,
      3,
      null,
    ]);
    expect(await readObjectsAt(client, drawn.id, 1)).toEqual(drawnObjects);
    expect(await readObjectsAt(client, drawn.id, 2)).toEqual([]);
  });
});
