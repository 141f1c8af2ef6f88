import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { change, readCanvas } from '../../support/canvases.ts';
import { create } from '../../support/jobs.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

const test = systemTest.extend<{ canvasId: string }>({
  canvasId: async ({ system }, use) => {
    const { canvasId } = await create(system.client, { instruction: 'a canvas' });
    await use(canvasId);
  },
});

const shapeId = randomUUID();
const addition = { add: [{ shape: { id: shapeId, x: 0, y: 0, text: 'Mine' } }] };

const send = (client: Client, canvasId: string, input: object) =>
  change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: 0, ...input });

const undo = (client: Client, canvasId: string, versionNumber: number) =>
  change(client, 'undoCanvasVersion', { canvasId, versionNumber });

test('an edit that is delivered again after its undo stays undone', async ({ system, canvasId }) => {
  const { client } = system;
  const input = { ...addition, idempotencyKey: 'k' };
  const first = await send(client, canvasId, input);
  expect(first).toMatchObject({ version: { number: 1 }, replayed: false });
  await undo(client, canvasId, 1);
  const again = await send(client, canvasId, input);
  expect(again).toMatchObject({ version: { number: 1 }, createdIds: first.createdIds, replayed: true });
  expect(await readCanvas(client, canvasId)).toMatchObject({ versionNumber: 2, objects: [] });
});

test('an edit that is delivered again does not overwrite later changes', async ({ system, canvasId }) => {
  const { client } = system;
  await send(client, canvasId, addition);
  const input = { baseVersionNumber: 1, update: [{ id: shapeId, color: 'RED' }], idempotencyKey: 'red' };
  await send(client, canvasId, input);
  await send(client, canvasId, { baseVersionNumber: 2, update: [{ id: shapeId, color: 'BLUE' }] });
  // A client that sends it again may have seen the newer version.
  expect(await send(client, canvasId, { ...input, baseVersionNumber: 3 })).toMatchObject({ replayed: true });
  expect((await readCanvas(client, canvasId)).objects).toMatchObject([{ color: 'BLUE' }]);
});

test('deliveries at the same time make one version', async ({ system, canvasId }) => {
  const input = { ...addition, idempotencyKey: 'k' };
  const results = await Promise.all(Array.from({ length: 5 }, () => send(system.client, canvasId, input)));
  expect(new Set(results.map(({ version }) => version.number))).toEqual(new Set([1]));
  expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect((await readCanvas(system.client, canvasId)).versionNumber).toBe(1);
});

test('another edit under a used key is refused, on the same canvas only', async ({ system, canvasId }) => {
  const { client } = system;
  await send(client, canvasId, { ...addition, idempotencyKey: 'k' });
  const other = { add: [{ shape: { id: randomUUID(), x: 0, y: 0 } }], idempotencyKey: 'k' };
  expect((await send(client, canvasId, other)).__typename).toBe('IdempotencyConflictError');
  const elsewhere = await create(client, { instruction: 'another canvas' });
  expect(await send(client, elsewhere.canvasId, other)).toMatchObject({ replayed: false });
});

test('a key that is empty is refused', async ({ system, canvasId }) => {
  const result = await send(system.client, canvasId, { ...addition, idempotencyKey: '' });
  expect(result).toMatchObject({
    __typename: 'InputValidationError',
    message: expect.stringContaining('key'),
  });
});
