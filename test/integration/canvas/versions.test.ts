import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { emptyChangeSet } from '../../../src/canvas/model/changes/changeSet.ts';
import { overlaps } from '../../../src/canvas/model/geometry.ts';
import type { Frame } from '../../../src/canvas/model/object.ts';
import { CanvasChangedError, commitJobVersion } from '../../../src/canvas/versions/commitVersion.ts';
import { readPlacedIds } from '../../../src/canvas/versions/objectRows.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { change, readCanvas, readObjectsAt } from '../../support/canvases.ts';
import { insertJobs } from '../../support/database/agedRows.ts';
import { create, history, readJob, tryCreate, until } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

type Drawn = { id: string; jobId: string };

/** `drawn`: a canvas with two steps and a connector, drawn by a job. */
const test = systemTest.extend<{ drawn: Drawn }>({
  drawn: async ({ system, model }, use) => {
    await system.startWorker();
    const job = await create(system.client, { instruction: 'two steps' });
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(3));
    await history(system.client, job.id);
    await use({ id: job.canvasId, jobId: job.id });
  },
});

async function shapeOf(client: Client, canvasId: string, text: string) {
  const { objects } = await readCanvas(client, canvasId);
  return objects.find((object: { text?: string }) => object.text === text);
}

const aShape = (some: Record<string, unknown> = {}) => ({
  shape: { id: randomUUID(), x: 900, y: 900, width: 160, height: 64, text: 'Mine', ...some },
});

const edit = (client: Client, canvas: Drawn, input: Record<string, unknown>, baseVersion = 1) =>
  change(client, 'updateCanvasObjects', { canvasId: canvas.id, baseVersionNumber: baseVersion, ...input });

describe('an edit', () => {
  test('becomes a version of its own, and survives', async ({ system: { client }, drawn }) => {
    const step = await shapeOf(client, drawn.id, 'Step 1');
    const result = await edit(client, drawn, {
      add: [aShape()],
      update: [{ id: step.id, text: 'Begin', color: 'RED' }],
    });
    expect(result).toMatchObject({ version: { number: 2, kind: 'EDIT' }, conflicts: [] });
    const canvas = await readCanvas(client, drawn.id);
    expect(canvas.versions.edges[0].node).toMatchObject({
      ...{ addedCount: 1, updatedCount: 1, deletedCount: 0, objectCount: 4 },
      job: null,
    });
    const changed = { ...step, text: 'Begin', lines: ['Begin'], color: 'RED' };
    expect(await shapeOf(client, drawn.id, 'Begin')).toEqual(changed);
    expect(await shapeOf(client, drawn.id, 'Mine')).toMatchObject({ lines: ['Mine'], createdByJob: null });
  });

  test('that is sent twice is made once', async ({ system: { client }, drawn }) => {
    const input = { add: [aShape()] };
    const { createdIds } = await edit(client, drawn, input);
    const { id } = await shapeOf(client, drawn.id, 'Mine');
    expect(createdIds).toEqual([{ clientId: input.add[0]?.shape.id, objectId: id }]);
    expect(await edit(client, drawn, input)).toMatchObject({ version: null, conflicts: [], createdIds });
    expect((await readCanvas(client, drawn.id)).objectCount).toBe(4);
  });

  test('of an older version keeps later changes, aspect by aspect', async ({ system: { client }, drawn }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    await edit(client, drawn, { update: [{ id: one.id, text: 'Theirs' }], delete: [two.id] });
    const result = await edit(client, drawn, {
      update: [
        { id: one.id, text: 'Ours', x: one.x - 500 },
        { id: two.id, color: 'RED' },
      ],
    });
    expect(result.conflicts).toMatchObject([
      { objectId: one.id, reason: 'CHANGED', aspects: ['TEXT'], object: { id: one.id } },
      { objectId: two.id, reason: 'GONE', object: null },
    ]);
    expect(await shapeOf(client, drawn.id, 'Theirs')).toMatchObject({ x: one.x - 500 });
  });

  test('takes the ends of connectors along', async ({ system: { client }, drawn }) => {
    const two = await shapeOf(client, drawn.id, 'Step 2');
    await edit(client, drawn, { update: [{ id: two.id, x: two.x + 40, y: two.y + 200 }] });
    const { objects } = await readCanvas(client, drawn.id);
    const { points } = objects.find((object: { __typename: string }) => object.__typename === 'Connector');
    expect(points.at(-1)).toEqual({ x: two.x + 40, y: two.y + 200 + two.height / 2 });
  });

  test('that makes no sense is refused, with every field that is wrong', async ({
    system: { client },
    drawn,
  }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    const { objects } = await readCanvas(client, drawn.id);
    const arrow = objects.find((object: { __typename: string }) => object.__typename === 'Connector');
    const wrong: [Record<string, unknown>, RegExp][] = [
      [{ add: [aShape({ text: 'x'.repeat(201) })] }, /^add\.0\.text: .*more than 200 characters/],
      [{ add: [aShape({ width: 0 })] }, /^add\.0\.width: A size has to be above 0/],
      [{ add: [aShape({ id: 'mine' })] }, /^add\.0\.id: .*UUID/],
      [{ add: [aShape({ text: 'one', lines: ['two'] })] }, /^add\.0\.lines: .*differ from the text/],
      [{ update: [{ id: 'nonsense', x: 1 }] }, /^update\.0\.id: This is not the id of an object/],
      [
        { update: [{ id: one.id, points: [{ x: 0, y: 0 }] }] },
        /^update\.0\.points: A connector has at least two/,
      ],
      [{ update: [{ id: one.id, arrowhead: false }] }, /^update\.0\.arrowhead: A shape has no such property/],
      [{ update: [{ id: one.id, parentId: two.id }] }, /^update\.0\.parentId: A parent has to be a frame/],
      [
        { add: [{ connector: { id: randomUUID(), fromId: one.id, toId: arrow.id } }] },
        /^add\.0\.toId: A connector joins frames and shapes/,
      ],
      [{ update: [{ id: arrow.id, fromId: arrow.id }] }, /^update\.0\.fromId: A connector joins/],
      [{ update: [{ id: one.id, x: 1 }], delete: [one.id] }, /^delete\.0: .*more than once/],
    ];
    for (const [input, message] of wrong) {
      const result = await edit(client, drawn, input);
      expect(result.__typename).toBe('InputValidationError');
      expect(result.message).toMatch(message);
    }
    expect((await edit(client, drawn, {}, 9)).message).toBe(
      'baseVersionNumber: There is no version 9: the newest one is 1.',
    );
    expect((await readCanvas(client, drawn.id)).versionNumber).toBe(1);
  });
});

test('objects that a person has placed are read from the versions since they were known', async ({
  system: { client },
  drawn,
  database,
}) => {
  const pool = database.pool();
  const canvasId = decodeId('Canvas', drawn.id) ?? '';
  const two = await shapeOf(client, drawn.id, 'Step 2');
  const moved = decodeId('CanvasObject', two.id);
  expect(await readPlacedIds(pool, canvasId)).toEqual([]);
  await edit(client, drawn, { update: [{ id: two.id, x: two.x + 40, y: two.y }] });
  expect(await readPlacedIds(pool, canvasId)).toEqual([moved]);
  expect(await readPlacedIds(pool, canvasId, { version: 1, placed: ['other'] })).toEqual(['other', moved]);
  expect(await readPlacedIds(pool, canvasId, { version: 2, placed: [] })).toEqual([]);
});

describe('while a job runs', () => {
  test('edits are kept, and the job reports what it could not change', async ({
    system: { client },
    model,
    drawn,
  }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    const job = await create(client, { instruction: 'change it', canvasId: drawn.id });
    const request = await model.nextRequest();
    const { canvas } = JSON.parse(request.body.input ?? '');
    const named = (text: string) => canvas.find((object: { text: string }) => object.text === text).id;
    const place = { x: one.x + 240, y: one.y + 160 };
    await edit(client, drawn, {
      add: [aShape({ ...place, text: 'In the way' })],
      update: [
        { id: one.id, x: one.x - 300, y: one.y },
        { id: two.id, text: 'Kept' },
      ],
    });
    request.sendText(
      JSON.stringify({
        ...{ title: '', layout: 'flow', direction: null },
        objects: [
          { type: 'update', id: 'u', target: named('Step 1'), text: 'Begin', color: null, parent: null },
          { type: 'delete', id: 'd', target: named('Step 2') },
          { type: 'node', id: 'n', shape: 'rect', text: 'New', color: null, parent: null, order: null },
          { type: 'edge', id: 'e', from: named('Step 1'), to: 'n', label: null, style: null },
        ],
      }),
    );
    request.complete();
    await until(client, job.id, 'JobCompleted');
    expect(await shapeOf(client, drawn.id, 'Begin')).toMatchObject({ x: one.x - 300 });
    expect(await shapeOf(client, drawn.id, 'Kept')).toMatchObject({ id: two.id });
    const [mine, theirs] = [
      await shapeOf(client, drawn.id, 'New'),
      await shapeOf(client, drawn.id, 'In the way'),
    ];
    expect(theirs).toMatchObject(place);
    expect(Math.abs(mine.x - theirs.x) >= 160 || Math.abs(mine.y - theirs.y) >= 64).toBe(true);
    expect((await readJob(client, job.id)).warnings).toEqual([
      '1 change was left out: somebody has changed the same on the canvas meanwhile.',
    ]);
  });

  test('the plan of the first job names the canvas, also if it was edited during the job', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const { id, canvasId } = await create(system.client, { instruction: 'two steps' });
    const request = await model.nextRequest();
    await edit(system.client, { id: canvasId, jobId: id }, { add: [aShape()] }, 0);
    sendPlan(request, flowPlan(3, 'Two steps in a flow'));
    await until(system.client, id, 'JobCompleted');
    expect(await readCanvas(system.client, canvasId)).toMatchObject({
      title: 'Two steps in a flow',
      versionNumber: 2,
    });
  });

  test('every edit during a job is kept, and the result of the job does not overlap them', async ({
    system: { client },
    model,
    drawn,
  }) => {
    const job = await create(client, { instruction: 'add a step', canvasId: drawn.id });
    const request = await model.nextRequest();
    const step = {
      type: 'node',
      id: 'n',
      shape: 'rect',
      text: 'New',
      color: null,
      parent: null,
      order: null,
    };
    request.sendText(JSON.stringify({ title: '', layout: 'flow', direction: null, objects: [step] }));
    request.complete();
    const edits = Array.from({ length: 20 }, (_, index) =>
      edit(client, drawn, { add: [aShape({ x: 400 * index, y: 300, text: `Mine ${index}` })] }),
    );
    expect(new Set((await Promise.all(edits)).map(({ version }) => version.number)).size).toBe(20);
    await until(client, job.id, 'JobCompleted');
    const { objects, versionNumber } = await readCanvas(client, drawn.id);
    expect(versionNumber).toBe(22);
    const boxes = objects.filter(({ x }: { x?: number }) => x !== undefined);
    expect(boxes).toHaveLength(23);
    const fresh = boxes.find(({ text }: { text: string }) => text === 'New');
    const touching = boxes.filter((box: typeof fresh) => box !== fresh && overlaps(box, fresh));
    expect(touching).toEqual([]);
  });

  test('deleting the canvas cancels it, and restoring it restores its objects', async ({
    system: { client },
    model,
    drawn,
  }) => {
    const before = await readCanvas(client, drawn.id);
    const running = await create(client, { instruction: 'change it', canvasId: drawn.id });
    const waiting = await create(client, { instruction: 'change it again', canvasId: drawn.id });
    const request = await model.nextRequest();
    expect(await change(client, 'deleteCanvas', { canvasId: drawn.id })).toMatchObject({
      __typename: 'DeleteCanvasSuccess',
    });
    await request.closed;
    for (const { id } of [running, waiting]) {
      expect((await history(client, id)).at(-1)).toMatchObject({
        __typename: 'JobCancelled',
        keptPartial: false,
      });
    }
    const { data } = await client.send(
      'mutation ($id: ID!) { retryJob(input: { jobId: $id }) { __typename ... on Error { message } } }',
      { id: running.id },
    );
    expect(data.retryJob.message).toBe('The canvas of this job is in the trash. Restore it first.');
    await change(client, 'restoreCanvas', { canvasId: drawn.id });
    expect(await readCanvas(client, drawn.id)).toEqual(before);
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
      conflicts: [],
    });
    expect((await readCanvas(client, drawn.id)).objects).toEqual([]);
    expect(await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).toMatchObject({
      __typename: 'CanvasConflictError',
      message: 'Version 1 is already undone, by version 2. To redo it, undo version 2.',
    });
    await change(client, 'undoCanvasVersion', { canvasId: drawn.id, versionNumber: 2 });
    const again = await readCanvas(client, drawn.id);
    expect(again.objects).toEqual(drawnObjects);
    const versions = again.versions.edges.map(
      ({ node }: { node: { undoneBy: { number: number } | null } }) => node.undoneBy?.number ?? null,
    );
    expect(versions).toEqual([null, 3, null]);
    expect(await readObjectsAt(client, drawn.id, 1)).toEqual(drawnObjects);
    expect(await readObjectsAt(client, drawn.id, 2)).toEqual([]);
  });

  test('works again once its version has been restored', async ({ system: { client }, drawn }) => {
    await change(client, 'undoCanvasJob', { jobId: drawn.jobId });
    await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 1 });
    expect(await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).toMatchObject({
      version: { number: 4 },
    });
    await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 3 });
    await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 0 });
    expect((await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).message).toMatch(
      /already undone, by version 6/,
    );
  });

  test('keeps objects that a user has changed, and removes those that were only moved', async ({
    system: { client },
    drawn,
  }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    await edit(client, drawn, {
      update: [
        { id: one.id, text: 'Mine' },
        { id: two.id, x: two.x + 500 },
      ],
    });
    const result = await change(client, 'undoCanvasJob', { jobId: drawn.jobId });
    expect(result.conflicts).toMatchObject([{ objectId: one.id, reason: 'CHANGED', aspects: ['TEXT'] }]);
    const { objects } = await readCanvas(client, drawn.id);
    expect(objects).toMatchObject([{ id: one.id, text: 'Mine' }]);
  });

  test('without anything left to revert is refused', async ({ system: { client }, drawn }) => {
    const { objects } = await readCanvas(client, drawn.id);
    await edit(client, drawn, { delete: objects.map(({ id }: { id: string }) => id) });
    expect((await change(client, 'undoCanvasJob', { jobId: drawn.jobId })).message).toMatch(
      /^Version 1 can’t be undone/,
    );
  });
});

describe('restoring a version', () => {
  test('restores its whole state over any later change', async ({ system: { client }, drawn }) => {
    const { objects } = await readCanvas(client, drawn.id);
    await edit(client, drawn, {
      add: [aShape()],
      update: [{ id: objects[1].id, text: 'Changed', locked: true }],
      delete: [objects[2].id],
    });
    const result = await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 1 });
    expect(result).toMatchObject({ version: { number: 3, kind: 'RESTORE' }, conflicts: [] });
    expect((await readCanvas(client, drawn.id)).objects).toEqual(objects);
    expect(
      (await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 1 })).message,
    ).toBe('The canvas is already in the state of version 1.');
    expect(
      await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 4 }),
    ).toMatchObject({
      __typename: 'NotFoundError',
      message: 'There is no version with this id that belongs to you.',
    });
  });
});

describe('the next change to undo', () => {
  const next = async (client: Client, id: string) => {
    const { data } = await client.send(
      'query ($id: ID!) { canvas(id: $id) { undoable { number job { id } } redoable { number } } }',
      { id },
    );
    return [data.canvas.undoable?.number ?? null, data.canvas.redoable?.number ?? null];
  };
  const undo = (client: Client, { id }: Drawn, version: number) =>
    change(client, 'undoCanvasVersion', { canvasId: id, versionNumber: version });

  test('is their newest change of any kind, and each undo leads to the one before', async ({
    system: { client },
    drawn,
  }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    expect(await next(client, drawn.id)).toEqual([1, null]);
    await edit(client, drawn, { update: [{ id: one.id, text: 'Begin' }] });
    await edit(client, drawn, { update: [{ id: two.id, x: two.x + 300 }] }, 2);
    expect(await next(client, drawn.id)).toEqual([3, null]);
    const states = await Promise.all([0, 1, 2, 3].map((number) => readObjectsAt(client, drawn.id, number)));
    await undo(client, drawn, 3);
    expect(await next(client, drawn.id)).toEqual([2, 4]);
    expect((await readCanvas(client, drawn.id)).objects).toEqual(states[2]);
    await undo(client, drawn, 2);
    await change(client, 'undoCanvasJob', { jobId: drawn.jobId });
    expect(await next(client, drawn.id)).toEqual([null, 6]);
    for (const [version, state] of [
      [6, 1],
      [5, 2],
      [4, 3],
    ] as const) {
      await undo(client, drawn, version);
      expect((await readCanvas(client, drawn.id)).objects).toEqual(states[state]);
    }
    expect(await next(client, drawn.id)).toEqual([9, null]);
  });

  test('has nothing to redo after a new change', async ({ system: { client }, drawn }) => {
    await change(client, 'undoCanvasJob', { jobId: drawn.jobId });
    expect(await next(client, drawn.id)).toEqual([null, 2]);
    await edit(client, drawn, { add: [aShape()] }, 2);
    expect(await next(client, drawn.id)).toEqual([3, null]);
  });

  test('skips versions without anything left to undo', async ({ system: { client }, drawn }) => {
    const one = await shapeOf(client, drawn.id, 'Step 1');
    await edit(client, drawn, { update: [{ id: one.id, x: one.x - 300 }] });
    await change(client, 'undoCanvasJob', { jobId: drawn.jobId });
    expect(await next(client, drawn.id)).toEqual([null, 3]);
  });

  test('is a restore, then the change before it', async ({ system: { client }, drawn }) => {
    await edit(client, drawn, { add: [aShape()] });
    await edit(client, drawn, { add: [aShape({ text: 'Yours' })] }, 2);
    await change(client, 'restoreCanvasVersion', { canvasId: drawn.id, versionNumber: 1 });
    expect(await next(client, drawn.id)).toEqual([4, null]);
    await undo(client, drawn, 4);
    expect(await next(client, drawn.id)).toEqual([3, 5]);
    expect(await undo(client, drawn, 3)).toMatchObject({ version: { number: 6 } });
    expect(await next(client, drawn.id)).toEqual([2, 6]);
  });

  test('leaves arrows exactly as they were, however they were drawn, and locked ones too', async ({
    system: { client },
    drawn,
  }) => {
    const [one, two] = [await shapeOf(client, drawn.id, 'Step 1'), await shapeOf(client, drawn.id, 'Step 2')];
    const { objects } = await readCanvas(client, drawn.id);
    const { id } = objects.find(({ fromId }: { fromId?: string }) => fromId === one.id);
    const points = [
      { x: one.x + 20, y: one.y + 300 },
      { x: two.x + 20, y: two.y + 300 },
    ];
    await edit(client, drawn, { update: [{ id, points, locked: true }] });
    await edit(client, drawn, { update: [{ id: two.id, y: two.y + 200 }] }, 2);
    const [before, after] = [
      await readObjectsAt(client, drawn.id, 2),
      (await readCanvas(client, drawn.id)).objects,
    ];
    expect(await undo(client, drawn, 3)).toMatchObject({ conflicts: [] });
    expect((await readCanvas(client, drawn.id)).objects).toEqual(before);
    expect(await undo(client, drawn, 4)).toMatchObject({ conflicts: [] });
    expect((await readCanvas(client, drawn.id)).objects).toEqual(after);
  });
});

describe('a locked object', () => {
  test('is left alone by edits that do not unlock it, and by jobs', async ({
    system: { client },
    model,
    drawn,
  }) => {
    const one = await shapeOf(client, drawn.id, 'Step 1');
    const lock = (locked: boolean) =>
      change(client, 'lockCanvasObjects', { canvasId: drawn.id, objectIds: [one.id], locked });
    expect(await lock(true)).toMatchObject({ version: { number: 2, kind: 'EDIT' } });
    expect((await edit(client, drawn, { update: [{ id: one.id, x: 0 }] }, 2)).conflicts).toMatchObject([
      { reason: 'LOCKED' },
    ]);

    const job = await create(client, { instruction: 'change it', canvasId: drawn.id });
    const request = await model.nextRequest();
    const { context } = JSON.parse(request.body.input ?? '');
    expect(context).toMatchObject([{ text: 'Step 1' }]);
    request.sendText(
      JSON.stringify({
        ...{ title: '', layout: 'flow', direction: null },
        objects: [
          { type: 'update', id: 'u', target: context[0].id, text: 'Not so', color: null, parent: null },
          { type: 'node', id: 'n', shape: 'rect', text: 'New', color: null, parent: null, order: null },
        ],
      }),
    );
    request.complete();
    await until(client, job.id, 'JobCompleted');
    expect(await shapeOf(client, drawn.id, 'Step 1')).toEqual({ ...one, locked: true });
    expect((await readJob(client, job.id)).warnings).toHaveLength(1);

    await lock(false);
    expect(await shapeOf(client, drawn.id, 'Step 1')).toEqual(one);
  });
});

describe('a canvas', () => {
  test('that its owner has named is not renamed by its first job', async ({ system, model }) => {
    const { client } = system;
    const job = await create(client, { instruction: 'two steps' });
    await change(client, 'renameCanvas', { canvasId: job.canvasId, title: '  My plan\nfor today ' });
    await system.startWorker();
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(3));
    await history(client, job.id);
    expect(await readCanvas(client, job.canvasId)).toMatchObject({
      title: 'My plan for today',
      versionNumber: 1,
    });
    const families = '👨‍👩‍👧‍👦'.repeat(200);
    await change(client, 'renameCanvas', { canvasId: job.canvasId, title: families });
    expect(await readCanvas(client, job.canvasId)).toMatchObject({ title: families });
    const tooLong = await change(client, 'renameCanvas', { canvasId: job.canvasId, title: `${families}!` });
    expect(tooLong).toMatchObject({ message: 'title: The title has more than 200 characters.' });
    await change(client, 'renameCanvas', { canvasId: job.canvasId, title: 'My plan for today' });
    expect(await change(client, 'renameCanvas', { canvasId: job.canvasId, title: ' ' })).toMatchObject({
      __typename: 'InputValidationError',
      message: 'title: The title is empty.',
    });
  });

  test('is copied with everything on it, and the copy goes its own way', async ({
    system: { client },
    drawn,
  }) => {
    const { canvas } = await change(client, 'duplicateCanvas', { canvasId: drawn.id });
    const [original, copy] = [await readCanvas(client, drawn.id), await readCanvas(client, canvas.id)];
    expect(copy).toMatchObject({ title: 'A flow (copy)', versionNumber: 1, objectCount: 3 });
    expect(copy.versions.edges).toMatchObject([{ node: { kind: 'COPY', job: null } }]);
    const ids = new Set(original.objects.map(({ id }: { id: string }) => id));
    expect(copy.objects.every(({ id }: { id: string }) => !ids.has(id))).toBe(true);
    await edit(client, { id: canvas.id, jobId: '' }, { delete: [copy.objects[1].id] });
    expect((await readCanvas(client, drawn.id)).objects).toEqual(original.objects);
  });

  test('that is deleted is out of the list, changes no more, and can be restored', async ({
    system: { client },
    drawn,
  }) => {
    const listed = async (deleted: boolean) => {
      const { data } = await client.send(
        'query ($deleted: Boolean) { canvases(deleted: $deleted) { totalCount edges { node { id } } } }',
        { deleted },
      );
      return [data.canvases.totalCount, data.canvases.edges.length];
    };
    await change(client, 'deleteCanvas', { canvasId: drawn.id });
    expect([await listed(false), await listed(true)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const { deletedAt, removalAt } = await readCanvas(client, drawn.id);
    expect(Date.parse(removalAt) - Date.parse(deletedAt)).toBe(30 * 86_400_000);
    const refusals = [
      await edit(client, drawn, { add: [aShape()] }),
      await tryCreate(client, { instruction: 'change it', canvasId: drawn.id }),
      await change(client, 'undoCanvasJob', { jobId: drawn.jobId }),
      await change(client, 'renameCanvas', { canvasId: drawn.id, title: 'New' }),
      await change(client, 'duplicateCanvas', { canvasId: drawn.id }),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({
        __typename: 'CanvasConflictError',
        message: 'This canvas is in the trash. Restore it first.',
      });
    }
    await change(client, 'restoreCanvas', { canvasId: drawn.id });
    expect([await listed(false), await listed(true)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test('notifies subscribers of every change', async ({ system: { client }, drawn }) => {
    const changes = client.follow(
      'subscription ($id: ID!) { canvasChanged(canvasId: $id, after: 0) { versionNumber title deletedAt } }',
      { id: drawn.id },
    );
    const next = async () => (await changes.next()).value.data.canvasChanged;
    expect(await next()).toEqual({ versionNumber: 1, title: 'A flow', deletedAt: null });
    await edit(client, drawn, { add: [aShape()] });
    expect(await next()).toMatchObject({ versionNumber: 2 });
    await change(client, 'renameCanvas', { canvasId: drawn.id, title: 'New' });
    expect(await next()).toMatchObject({ versionNumber: 2, title: 'New' });
    await change(client, 'deleteCanvas', { canvasId: drawn.id });
    expect((await next()).deletedAt).not.toBeNull();
    await changes.return?.();
  });
});

describe('the changes of a job', () => {
  test('are not committed for another version than their base version: they are computed again', async ({
    system: { client },
    database,
    drawn,
  }) => {
    await edit(client, drawn, { add: [aShape()] });
    const canvasId = decodeId('Canvas', drawn.id) ?? '';
    const version = { canvasId, jobId: randomUUID(), title: '', changes: emptyChangeSet, baseVersion: 1 };
    await expect(commitJobVersion(database.pool(), version)).rejects.toThrow(CanvasChangedError);
  });

  test('that can no longer be applied are warnings of the job', async ({ database }) => {
    const pool = database.pool();
    const canvasId = await insertJobs(pool, { status: 'COMPLETED', days: 0, count: 1, version: 0 });
    const { rows } = await pool.query('SELECT id FROM canvas_job');
    const gone: Frame = {
      ...{ id: randomUUID(), kind: 'FRAME', zIndex: 1, parentId: null, title: 'Gone', color: 'neutral' },
      ...{ x: 0, y: 0, width: 100, height: 100 },
    };
    const changes = { ...emptyChangeSet, updated: [{ before: gone, after: { ...gone, title: 'Kept' } }] };
    const jobId = rows[0].id;
    await inTransaction(pool, (tx) => commitJobVersion(tx, { canvasId, jobId, title: '', changes }));
    const { rows: jobs } = await pool.query('SELECT warnings FROM canvas_job');
    expect(jobs).toEqual([{ warnings: [expect.stringContaining('deleted from the canvas')] }]);
  });
});

describe('the database', () => {
  test('refuses a version that leaves a gap, a second one for a job, and any on a deleted canvas', async ({
    system: { client },
    database,
    drawn,
  }) => {
    const pool = database.pool();
    const insert = (number: number, previous: number | null, job: string) =>
      pool.query(
        `INSERT INTO canvas_version (canvas_id, number, previous_number, kind, job_id, diff, added_count, updated_count, deleted_count, object_count)
         SELECT id, $1, $2, 'JOB', ${job}, '{"added":[],"updated":[],"deleted":[]}', 0, 0, 0, 3 FROM canvas`,
        [number, previous],
      );
    await expect(insert(3, 2, 'NULL')).rejects.toThrow(/canvas_version_canvas_id_previous_number_fkey/);
    await expect(insert(3, 1, 'NULL')).rejects.toThrow(/canvas_version_follows/);
    await expect(insert(2, 1, '(SELECT id FROM canvas_job)')).rejects.toThrow(/canvas_version_job_id_key/);
    await change(client, 'deleteCanvas', { canvasId: drawn.id });
    await expect(pool.query('UPDATE canvas SET version = version + 1')).rejects.toThrow(
      /canvas_deleted_is_frozen/,
    );
    await expect(pool.query('UPDATE canvas_version SET object_count = 2001')).rejects.toThrow(
      /canvas_version_most_objects/,
    );
  });
});

describe('an export', () => {
  test('is a file that holds the newest version', async ({ system: { client }, drawn }) => {
    await change(client, 'renameCanvas', { canvasId: drawn.id, title: 'Über/uns: Plan?' });
    const exported = async (format: string) => {
      const document = `query ($id: ID!) { canvas(id: $id) { export(format: ${format}) { fileName mediaType content } } }`;
      return (await client.send(document, { id: drawn.id })).data.canvas.export;
    };
    const json = await exported('JSON');
    expect(json).toMatchObject({ fileName: 'Über-uns-Plan.json', mediaType: 'application/json' });
    const { objects } = await readCanvas(client, drawn.id);
    expect(JSON.parse(json.content)).toMatchObject({
      ...{ type: 'collabcanvas', formatVersion: 2, title: 'Über/uns: Plan?', versionNumber: 1 },
      canvasId: drawn.id,
      objects: objects.map(({ __typename, id }: { __typename: string; id: string }) => ({
        id,
        kind: __typename.toUpperCase(),
      })),
    });
    const mermaid = await exported('MERMAID');
    expect(mermaid.fileName).toBe('Über-uns-Plan.mmd');
    expect(mermaid.content).toMatch(/n1\["Step 1"\]\n {2}n2\["Step 2"\]\n {2}n1 --> n2\n$/);
  });
});
