import { describe, expect } from 'vitest';
import { create, history } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';

const createDocument = `mutation ($input: CreateCanvasInput!) {
  createCanvas(input: $input) {
    __typename
    ... on CreateCanvasSuccess { replayed canvas { id title versionNumber objectCount } }
    ... on InputValidationError { fields { path code message } }
  }
}`;

async function createCanvas(client: Client, input: Record<string, unknown>) {
  const { data, errors } = await client.send(createDocument, { input });
  expect(errors).toBeUndefined();
  return data.createCanvas;
}

async function exportOf(client: Client, id: string): Promise<string> {
  const document = 'query ($id: ID!) { canvas(id: $id) { export(format: JSON) { content } } }';
  return (await client.send(document, { id })).data.canvas.export.content;
}

type FileObject = Record<string, unknown> & { id: string };

/** The content of a file with each object's id replaced by its position, which is what two exports share. */
function withoutIds(content: string) {
  const { canvasId: _, versionNumber: __, objects, ...head } = JSON.parse(content);
  const ids = new Map(objects.map(({ id }: FileObject, index: number) => [id, `#${index}`]));
  return {
    ...head,
    objects: JSON.parse(JSON.stringify(objects), (_key, value) => ids.get(value) ?? value),
  };
}

const box = { x: 0, y: 0, width: 160, height: 64, parentId: null, zIndex: 0, color: 'BLUE' };
const frame = { ...box, kind: 'FRAME', id: 'frame', title: 'A lane' };
const shape = {
  ...{ ...box, kind: 'SHAPE', id: 'shape', shape: 'RECTANGLE', fontSize: 16 },
  ...{ text: 'Pay now', lines: ['Pay', 'now'] },
};
const connector = {
  ...{ kind: 'CONNECTOR', id: 'connector', zIndex: 2, color: 'NEUTRAL', style: 'DASHED', arrowhead: true },
  startArrowhead: true,
  ...{ fromId: 'frame', toId: 'shape', label: null, labelAt: null },
  points: [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
  ],
};

const fileOf = (objects: unknown, more: object = {}) =>
  JSON.stringify({ type: 'collabcanvas', formatVersion: 2, title: 'A plan', objects, ...more });

describe('createCanvas', () => {
  test('creates an empty canvas that a job can change', async ({ system: { client } }) => {
    const { canvas, replayed } = await createCanvas(client, { title: ' My plan ' });
    expect(canvas).toMatchObject({ title: 'My plan', versionNumber: 0, objectCount: 0 });
    expect(replayed).toBe(false);
    expect((await createCanvas(client, {})).canvas.title).toBe('Untitled canvas');
    await create(client, { instruction: 'add a step', canvasId: canvas.id });
    const { data } = await client.send('{ canvases { nodes { title } } }');
    expect(data.canvases.nodes).toEqual([{ title: 'Untitled canvas' }, { title: 'My plan' }]);
  });

  test('refuses a title and a key that are not valid', async ({ system: { client } }) => {
    const codesOf = async (input: object) =>
      (await createCanvas(client, { ...input })).fields.map(
        ({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`,
      );
    expect(await codesOf({ title: ' ' })).toEqual(['title EMPTY']);
    expect(await codesOf({ title: 'x'.repeat(201) })).toEqual(['title TOO_LONG']);
    expect(await codesOf({ idempotencyKey: '' })).toEqual(['idempotencyKey EMPTY']);
    expect(await codesOf({ idempotencyKey: ' \t' })).toEqual(
      expect.arrayContaining(['idempotencyKey EMPTY']),
    );
  });

  test('creates one canvas for a key, also for requests that come at once', async ({
    system: { client },
  }) => {
    const input = { title: 'Once', json: fileOf([shape]), idempotencyKey: 'k' };
    const spaced = { ...input, title: ' Once ' };
    const results = await Promise.all(
      [input, spaced, input, spaced, input].map((each) => createCanvas(client, each)),
    );
    expect(new Set(results.map(({ canvas }) => canvas.id)).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const other = await createCanvas(client, { ...input, title: 'Another' });
    expect(other.__typename).toBe('IdempotencyConflictError');
    expect((await client.send('{ canvases { totalCount } }')).data.canvases.totalCount).toBe(1);
  });
});

test('an imported connector keeps the arrowheads at both ends, and an exported one too', async ({
  system: { client },
}) => {
  const { canvas } = await createCanvas(client, { json: fileOf([frame, shape, connector]) });
  const { objects } = JSON.parse(await exportOf(client, canvas.id));
  expect(objects.at(-1)).toMatchObject({ arrowhead: true, startArrowhead: true });
});

describe('with the sketcher, an exported canvas', () => {
  test.override({ env: { OPENAI_BASE_URL: '' } });

  test('that is imported and exported again is the same but for its ids', async ({ system }) => {
    const { client } = system;
    await system.startWorker();
    const { id, canvasId } = await create(client, {
      instruction: 'swimlanes: customer: order, pay; shop: pack, ship. pay -> pack: paid',
    });
    await history(client, id);
    const content = await exportOf(client, canvasId);
    const { objects } = JSON.parse(content);
    expect(new Set(objects.map(({ kind }: { kind: string }) => kind)).size).toBe(3);

    const { canvas } = await createCanvas(client, { json: content });
    expect(canvas).toMatchObject({ title: JSON.parse(content).title, versionNumber: 1 });
    const again = await exportOf(client, canvas.id);
    expect(withoutIds(again)).toEqual(withoutIds(content));

    const ids = [canvasId, ...objects.map(({ id: objectId }: FileObject) => objectId)];
    for (const exported of ids) {
      const { data } = await client.send('query ($id: ID!) { node(id: $id) { id } }', { id: exported });
      expect(data.node).toEqual({ id: exported });
    }
    const kinds = '{ canvases(first: 1) { nodes { versions { nodes { kind } } undoable { id: number } } } }';
    const [{ versions, undoable }] = (await client.send(kinds)).data.canvases.nodes;
    expect([versions.nodes, undoable]).toEqual([[{ kind: 'COPY' }], null]);
  });
});

describe('a file', () => {
  test('of format version 1, with other ids and lower-case colours, is read', async ({
    system: { client },
  }) => {
    const [frameId, shapeId] = [crypto.randomUUID(), crypto.randomUUID()];
    const json = JSON.stringify({
      ...{ type: 'collabcanvas', formatVersion: 1, title: 'Old', version: 7 },
      objects: [
        { ...frame, id: frameId, color: 'blue' },
        { ...shape, id: shapeId, color: 'blue', parentId: frameId, locked: true },
      ],
    });
    const { canvas } = await createCanvas(client, { json });
    expect(canvas).toMatchObject({ title: 'Old', objectCount: 2, versionNumber: 1 });
    const { objects } = JSON.parse(await exportOf(client, canvas.id));
    expect(objects[1]).toMatchObject({ color: 'BLUE', parentId: objects[0].id, locked: true });
    expect(objects[0].id).not.toBe(frameId);
  });

  test('with 2,000 objects is exported and imported within the limit of a request', async ({
    system: { client },
  }) => {
    const text = 'a text of some length '.repeat(3).trim();
    const objects = Array.from({ length: 2_000 }, (_, index) => ({
      ...shape,
      ...{ id: `shape ${index}`, x: index * 200.5, zIndex: index, text, lines: [text] },
    }));
    const { canvas } = await createCanvas(client, { json: fileOf(objects) });
    const content = await exportOf(client, canvas.id);
    const again = await createCanvas(client, { json: content });
    expect(again.canvas.objectCount).toBe(2_000);
  });

  test('keeps the order of objects with the same zIndex, as does a copy', async ({ system: { client } }) => {
    const names = Array.from({ length: 30 }, (_, index) => `shape ${index}`);
    const objects = names.map((text) => ({ ...shape, id: text, text, lines: [text] }));
    const { canvas } = await createCanvas(client, { json: fileOf(objects) });
    const copy = await client.send(
      `mutation ($id: ID!) { duplicateCanvas(input: { canvasId: $id }) {
        ... on DuplicateCanvasSuccess { canvas { id } }
      } }`,
      { id: canvas.id },
    );
    for (const id of [canvas.id, copy.data.duplicateCanvas.canvas.id]) {
      const exported = JSON.parse(await exportOf(client, id)).objects;
      expect(exported.map(({ text }: { text: string }) => text)).toEqual(names);
    }
  });

  test('may begin with a byte order mark', async ({ system: { client } }) => {
    const { canvas } = await createCanvas(client, { json: `\uFEFF${fileOf([shape])}` });
    expect(canvas).toMatchObject({ title: 'A plan', objectCount: 1 });
  });

  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test.for([
    ['is no JSON', 'nonsense', ['json INVALID']],
    ['is cut off', fileOf([shape]).slice(0, -5), ['json INVALID']],
    ['is no object', '[]', ['json INVALID']],
    ['is null', 'null', ['json INVALID']],
    ['is nested deeply', nested, ['json INVALID']],
    ['has deeply nested objects', fileOf([]).replace('[]', nested), ['json.objects.0 INVALID']],
    ['is of another program', '{"type":"excalidraw","formatVersion":1}', ['json.type INVALID']],
    ['has no format version', '{"type":"collabcanvas"}', ['json.formatVersion INVALID']],
    ['has a later format version', fileOf([], { formatVersion: 3 }), ['json.formatVersion OUT_OF_RANGE']],
    ['has no list of objects', fileOf('x'), ['json.objects INVALID']],
    ['has too many objects', fileOf(Array(2_001).fill(shape)), ['json.objects TOO_MANY']],
    ['has an unknown kind', fileOf([{ ...shape, kind: 'IMAGE' }]), ['json.objects.0.kind INVALID']],
    ['repeats an id', fileOf([shape, shape]), ['json.objects.1.id DUPLICATE_ID']],
    [
      'has connectors that lead nowhere',
      fileOf([shape, { ...connector, fromId: 'x' }, { ...connector, id: 'y', fromId: 'connector' }]),
      ['json.objects.1.fromId NOT_FOUND', 'json.objects.2.fromId MISMATCH'],
    ],
    [
      'has parents that are no frames',
      fileOf([
        { ...shape, parentId: 'x' },
        { ...frame, parentId: 'shape' },
      ]),
      ['json.objects.0.parentId NOT_FOUND', 'json.objects.1.parentId MISMATCH'],
    ],
    [
      'has frames within each other',
      fileOf([
        { ...frame, parentId: 'b' },
        { ...frame, id: 'b', parentId: 'frame' },
      ]),
      ['json.objects.0.parentId MISMATCH', 'json.objects.1.parentId MISMATCH'],
    ],
    [
      'has values out of range',
      fileOf([
        { ...shape, x: 1e7, width: 0, fontSize: 1, zIndex: 3e9, text: 'x'.repeat(201), color: 'PLAID' },
      ]),
      [
        'color INVALID',
        'fontSize OUT_OF_RANGE',
        'text TOO_LONG',
        'width OUT_OF_RANGE',
        'x OUT_OF_RANGE',
        'zIndex OUT_OF_RANGE',
      ].map((found) => `json.objects.0.${found}`),
    ],
    [
      'lacks values, and has some of another type',
      fileOf([{ ...shape, width: undefined, text: 5, parentId: undefined, locked: false }]),
      ['locked INVALID', 'parentId REQUIRED', 'text INVALID', 'width REQUIRED'].map(
        (found) => `json.objects.0.${found}`,
      ),
    ],
    ['has lines of another text', fileOf([{ ...shape, lines: ['x'] }]), ['json.objects.0.lines MISMATCH']],
  ] as const)('that %s is refused, with the places', async ([, json, expected], { shared }) => {
    const { client } = shared.system;
    const { __typename, fields } = await createCanvas(client, { json });
    expect(__typename).toBe('InputValidationError');
    const found = fields.map(
      ({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`,
    );
    expect(found.sort()).toEqual(expected);
    for (const { message } of fields) expect(message).toMatch(/^(?!Invalid).{10}/);
    expect((await client.send('{ canvases { totalCount } }')).data.canvases.totalCount).toBe(0);
  });

  test('with hostile texts and keys is stored as plain text', async ({ system: { client } }) => {
    const text = 'a\u0000b\ud800 <script>';
    const hostile = fileOf([{ ...shape, text, lines: [text] }], { title: `\u0007${'t'.repeat(500)}` });
    const json = hostile.replace('"kind"', '"__proto__":{"locked":true},"constructor":{"x":1},"kind"');
    const { canvas } = await createCanvas(client, { json });
    expect(canvas.title).toHaveLength(200);
    const [object] = JSON.parse(await exportOf(client, canvas.id)).objects;
    expect(object.text).toBe('a b\ufffd <script>');
    expect(Object.keys(object)).not.toContain('locked');
  });
});
