import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { decodeId, encodeId } from '../../../src/api/graphql/ids.ts';
import { change } from '../../support/canvases.ts';
import { create } from '../../support/jobs.ts';
import { type Answer, type Client, test as systemTest } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

/** An added connector, with its ends in a frame. */
const [frame, left, right, connector] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const box = (x: number) => ({ x, y: 60, width: 160, height: 64, parentId: frame });
const group = [
  { frame: { id: frame, x: 0, y: 0, width: 500, height: 200, title: 'Group' } },
  { shape: { id: left, text: 'Left', ...box(40) } },
  { shape: { id: right, text: 'Right', ...box(300) } },
  {
    connector: {
      id: connector,
      fromId: left,
      toId: right,
      points: [
        { x: 200, y: 92 },
        { x: 300, y: 92 },
      ],
    },
  },
];

/** `group`: a canvas on which a user has drawn the group, renamed the left shape, and deleted everything. */
const test = systemTest.extend<{ canvasId: string }>({
  canvasId: async ({ system: { client } }, use) => {
    const { canvasId } = await create(client, { instruction: 'waits' });
    await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: 0, add: group });
    const update = [{ id: left, text: 'Start' }];
    await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: 1, update });
    await use(canvasId);
  },
});

const ends = '... on Connector { from { ...End } to { ...End } }';
const end = 'fragment End on BoxObject { id parent { title } ... on Shape { text } }';

async function read(client: Client, document: string, variables = {}) {
  const { data, errors } = await client.send(document, variables);
  expect(errors).toBeUndefined();
  return data;
}

const connectorIn = (objects: Record<string, unknown>[]) => objects.find(({ from }) => from !== undefined);
const between = (first: string) => ({
  from: { id: encodeId('CanvasObject', left), text: first, parent: { title: 'Group' } },
  to: { id: encodeId('CanvasObject', right), text: 'Right', parent: { title: 'Group' } },
});

describe('the ends and the frame of an object', () => {
  test('are those of the version that it was read from', async ({ system: { client }, canvasId }) => {
    await change(client, 'updateCanvasObjects', {
      canvasId,
      baseVersionNumber: 2,
      delete: [frame, left, right],
    });
    const { canvas } = await read(
      client,
      `query ($id: ID!) { canvas(id: $id) {
        objects { id }
        drawn: versionAt(number: 1) { objects { ${ends} } changes { added { ${ends} } } }
        renamed: versionAt(number: 2) { objects { ${ends} } }
        deleted: versionAt(number: 3) { objects { id } changes { deleted { ${ends} } } }
      } } ${end}`,
      { id: canvasId },
    );
    expect([canvas.objects, canvas.deleted.objects]).toEqual([[], []]);
    expect(connectorIn(canvas.drawn.objects)).toEqual(between('Left'));
    expect(connectorIn(canvas.drawn.changes.added)).toEqual(between('Left'));
    expect(connectorIn(canvas.renamed.objects)).toEqual(between('Start'));
    expect(connectorIn(canvas.deleted.changes.deleted)).toEqual(between('Start'));
  });

  test('are read with the list, and cost as much as a read of each would', async ({
    system: { client },
    canvasId,
  }) => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const document = `query ($id: ID!) { canvas(id: $id) { objects { ${ends} } } } ${end}`;
    const answer = (await client.send(document, { id: canvasId })) as Answer & {
      extensions: { cost: { requested: number } };
    };
    const statements = query.mock.calls.map(([text]) => JSON.stringify(text));
    query.mockRestore();
    expect(connectorIn(answer.data.canvas.objects)).toEqual(between('Start'));
    expect(statements.filter((text) => text.includes('canvas_object'))).toHaveLength(1);
    // `from` and `to` cost 10 each, and in both `id`, `text`, and `parent` for 10 with its `title`.
    expect(answer.extensions.cost.requested).toBe(1 + 10 + 10 * 2 * (10 + 1 + 1 + 10 + 1));
  });

  test('of an object that is looked up by its id are those on the canvas', async ({
    system: { client },
    canvasId: _,
  }) => {
    const { node } = await read(client, `query ($id: ID!) { node(id: $id) { ${ends} } } ${end}`, {
      id: encodeId('CanvasObject', connector),
    });
    expect(node).toEqual(between('Start'));
  });

  test('of a preview are those generated before, and those on the canvas', async ({
    system: { client },
    database,
    canvasId,
  }) => {
    const { canvas } = await read(client, 'query ($id: ID!) { canvas(id: $id) { jobs { nodes { id } } } }', {
      id: canvasId,
    });
    const jobId = canvas.jobs.nodes[0].id;
    const append = (seq: number, object: object) =>
      database
        .pool()
        .query(
          `INSERT INTO job_event (job_id, seq, type, attempt, payload) VALUES ($1, $2, 'ObjectsGenerated', 1, $3)`,
          [decodeId('CanvasJob', jobId), seq, { objects: [object], objectCount: 1, progress: 0.5 }],
        );
    const shape = { ...box(700), id: randomUUID(), kind: 'SHAPE', parentId: null, shape: 'RECTANGLE' };
    const drawn = { ...shape, lines: [], fontSize: 16, color: 'neutral', zIndex: 1 };
    const arrow = {
      id: randomUUID(),
      kind: 'CONNECTOR',
      fromId: shape.id,
      toId: left,
      points: [],
      label: null,
    };
    await append(2, { ...drawn, text: 'First' });
    await append(3, { ...drawn, text: 'Moved' });
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ];
    const look = { labelAt: null, style: 'SOLID', color: 'neutral', arrowhead: true, zIndex: 2 };
    await append(4, { ...arrow, ...look, points });
    await append(5, { ...drawn, text: 'Later' });
    const { job } = await read(
      client,
      `query ($id: ID!) { job(id: $id) { events { nodes { ... on ObjectsGenerated { objects { ${ends} } } } } } } ${end}`,
      { id: jobId },
    );
    expect(job.events.nodes[3].objects).toMatchObject([
      { from: { text: 'Moved' }, to: between('Start').from },
    ]);
  });
});

describe('node', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('finds versions for those who may read their canvas, and workers for operators', async ({
    system,
  }) => {
    const [owner, other, operator] = await Promise.all([
      clientOf(system, 'owner'),
      clientOf(system, 'other'),
      clientOf(system, 'operator', 'ops'),
    ]);
    await system.startWorker();
    const { canvasId } = await create(owner, { instruction: 'waits' });
    await change(owner, 'updateCanvasObjects', { canvasId, baseVersionNumber: 0, add: group });
    const { canvas } = await read(
      owner,
      'query ($id: ID!) { canvas(id: $id) { versionAt(number: 1) { id } } }',
      {
        id: canvasId,
      },
    );
    const { workers } = await read(operator, '{ workers { id host } }');
    const find = async (client: Client, id: string) =>
      (
        await read(
          client,
          'query ($id: ID!) { node(id: $id) { __typename id ... on CanvasVersion { number kind addedCount } ... on Worker { host } } }',
          { id },
        )
      ).node;
    const version = {
      __typename: 'CanvasVersion',
      id: canvas.versionAt.id,
      number: 1,
      kind: 'EDIT',
      addedCount: 4,
    };
    expect(await find(owner, canvas.versionAt.id)).toEqual(version);
    expect(await find(operator, canvas.versionAt.id)).toEqual(version);
    expect(await find(other, canvas.versionAt.id)).toBeNull();
    expect(await find(owner, encodeId('CanvasVersion', `${randomUUID()}.1`))).toBeNull();
    expect(await find(operator, workers[0].id)).toEqual({ __typename: 'Worker', ...workers[0] });
    expect(await find(owner, workers[0].id)).toBeNull();
  });
});

test('a job has the ids of its selection', async ({ system: { client }, canvasId }) => {
  const add = [{ shape: { id: randomUUID(), x: 0, y: 0, width: 160, height: 64, text: 'Start' } }];
  await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: 2, add });
  const selection = [encodeId('CanvasObject', add[0]?.shape.id ?? '')];
  const { id } = await create(client, { instruction: 'make it green', canvasId, selection });
  const { job } = await read(client, 'query ($id: ID!) { job(id: $id) { selection } }', { id });
  expect(job).toEqual({ selection });
});
