import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { textWidth } from '../../../src/canvas/text/font.ts';
import { readCanvas } from '../../support/canvases.ts';
import { create } from '../../support/jobs.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

type Edited = { update(input: object): Promise<Answer>; objects(): Promise<Drawn[]> };
type Answer = { __typename: string; fields?: { path: string[]; code: string }[]; conflicts?: unknown[] };
// biome-ignore lint/suspicious/noExplicitAny: the answer of a query.
type Drawn = any;

const [left, right, arrow, frame] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** `canvas`: one with two shapes in a frame, joined by a connector, none of which has more than it needs. */
const test = systemTest.extend<{ canvas: Edited }>({
  canvas: async ({ system: { client } }, use) => {
    const { canvasId } = await create(client, { instruction: 'a canvas' });
    const canvas = {
      update: (input: object) => send(client, { canvasId, ...input }),
      objects: async () => (await readCanvas(client, canvasId)).objects,
    };
    const answer = await canvas.update({
      baseVersionNumber: 0,
      add: [
        { frame: { id: frame, x: -40, y: -80, title: 'Group' } },
        { shape: { id: left, x: 0, y: 0, text: 'Check the incoming order', parentId: frame, color: 'RED' } },
        { shape: { id: right, x: 400, y: 200, width: 160, text: 'Ship' } },
        { connector: { id: arrow, fromId: left, toId: right, label: 'then' } },
      ],
    });
    expect(answer).toMatchObject({ __typename: 'UpdateCanvasObjectsSuccess', conflicts: [] });
    await use(canvas);
  },
});

async function send(client: Client, input: object): Promise<Answer> {
  const { data, errors } = await client.send(
    `mutation ($input: UpdateCanvasObjectsInput!) { updateCanvasObjects(input: $input) {
      __typename
      ... on UpdateCanvasObjectsSuccess { conflicts { reason } }
      ... on InputValidationError { fields { path code message } }
    } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.updateCanvasObjects;
}

const find = async ({ objects }: Edited, typename: string, text?: string) =>
  (await objects()).find(
    (object) => object.__typename === typename && (text === undefined || object.text === text),
  );

test('gives a shape without a size the room that its text needs', async ({ canvas }) => {
  const check = await find(canvas, 'Shape', 'Check the incoming order');
  expect(check.lines.join(' ')).toBe(check.text);
  for (const line of check.lines) expect(textWidth(line, check.fontSize)).toBeLessThan(check.width);
  expect(check.height).toBeGreaterThanOrEqual(64);
  expect(await find(canvas, 'Shape', 'Ship')).toMatchObject({ width: 160, height: 64, lines: ['Ship'] });
  expect(await find(canvas, 'Frame')).toMatchObject({ width: 480, height: 320, color: 'NEUTRAL' });
});

test('routes a connector without a path from side to side', async ({ canvas }) => {
  const from = await find(canvas, 'Shape', 'Check the incoming order');
  const { points, labelAt } = await find(canvas, 'Connector');
  expect(points[0]).toEqual({ x: from.width, y: from.height / 2 });
  expect(points.at(-1)).toEqual({ x: 400, y: 232 });
  expect(labelAt).toEqual({ x: points[1].x, y: (points[1].y + points[2].y) / 2 });
});

test('clears a field that is null, and keeps one that is left out', async ({ canvas }) => {
  const before = await find(canvas, 'Shape', 'Check the incoming order');
  const answer = await canvas.update({
    baseVersionNumber: 1,
    update: [
      { id: left, text: null, color: null, parentId: null },
      { id: right, x: 420 },
      { id: arrow, text: null },
      { id: frame, text: null },
    ],
  });
  expect(answer.__typename).toBe('UpdateCanvasObjectsSuccess');
  const { width, height } = before;
  expect(await find(canvas, 'Shape', '')).toMatchObject({
    ...{ lines: [], color: 'NEUTRAL', parentId: null },
    ...{ x: 0, width, height, fontSize: 16 },
  });
  expect(await find(canvas, 'Shape', 'Ship')).toMatchObject({ x: 420, y: 200, lines: ['Ship'] });
  expect(await find(canvas, 'Connector')).toMatchObject({ label: null, labelAt: null });
  expect(await find(canvas, 'Frame')).toMatchObject({ title: '' });
});

test('computes sizes, lines and paths again that are null', async ({ canvas }) => {
  const routed = await find(canvas, 'Connector');
  await canvas.update({
    baseVersionNumber: 1,
    update: [
      { id: right, height: 400, lines: ['Sh', 'ip'] },
      {
        id: arrow,
        points: [
          { x: 0, y: 0 },
          { x: 400, y: 200 },
        ],
        labelAt: { x: 0, y: 0 },
      },
    ],
  });
  expect(await find(canvas, 'Shape', 'Ship')).toMatchObject({ height: 400, lines: ['Sh', 'ip'] });
  await canvas.update({
    baseVersionNumber: 2,
    update: [
      { id: right, height: null, lines: null },
      { id: arrow, points: null, labelAt: null },
    ],
  });
  expect(await find(canvas, 'Shape', 'Ship')).toMatchObject({ height: 64, lines: ['Ship'] });
  const { points, labelAt } = await find(canvas, 'Connector');
  expect({ points, labelAt }).toEqual({ points: routed.points, labelAt: routed.labelAt });
});

test('routes a connector again that gets another end without a path', async ({ canvas }) => {
  await canvas.update({ baseVersionNumber: 1, update: [{ id: arrow, toId: frame }] });
  const { points } = await find(canvas, 'Connector');
  const end = points.at(-1);
  const { x, y, width, height } = await find(canvas, 'Frame');
  expect([x, x + width].includes(end.x) || [y, y + height].includes(end.y)).toBe(true);
});

test('gives a connector an arrowhead at its start, and takes it away', async ({ canvas }) => {
  const heads = async () => {
    const { arrowhead, startArrowhead } = await find(canvas, 'Connector');
    return { arrowhead, startArrowhead };
  };
  expect(await heads()).toEqual({ arrowhead: true, startArrowhead: false });
  await canvas.update({ baseVersionNumber: 1, update: [{ id: arrow, startArrowhead: true }] });
  expect(await heads()).toEqual({ arrowhead: true, startArrowhead: true });
  const added = { id: randomUUID(), fromId: right, toId: left, label: 'back', startArrowhead: true };
  await canvas.update({
    ...{ baseVersionNumber: 2, add: [{ connector: added }] },
    update: [{ id: arrow, startArrowhead: false, arrowhead: false }],
  });
  expect(await heads()).toEqual({ arrowhead: false, startArrowhead: false });
  const back = (await canvas.objects()).find(({ label }) => label === 'back');
  expect(back).toMatchObject({ arrowhead: true, startArrowhead: true });
});

test('refuses to clear what an object must have, and names it', async ({ canvas }) => {
  const before = await canvas.objects();
  const { fields } = await canvas.update({
    baseVersionNumber: 1,
    update: [
      { id: left, x: null, shape: null, fontSize: null, zIndex: null, locked: null },
      { id: frame, width: null },
      { id: arrow, fromId: null, style: null, arrowhead: null, startArrowhead: null },
    ],
  });
  expect(fields?.map(({ path, code }) => `${path.join('.')} ${code}`).sort()).toEqual([
    'update.0.fontSize REQUIRED',
    'update.0.locked REQUIRED',
    'update.0.shape REQUIRED',
    'update.0.x REQUIRED',
    'update.0.zIndex REQUIRED',
    'update.1.width REQUIRED',
    'update.2.arrowhead REQUIRED',
    'update.2.fromId REQUIRED',
    'update.2.startArrowhead REQUIRED',
    'update.2.style REQUIRED',
  ]);
  expect(await canvas.objects()).toEqual(before);
});
