import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { change } from '../../support/canvases.ts';
import { create } from '../../support/jobs.ts';
import { type Answer, type Client, test as systemTest } from '../../support/system.ts';

const perVersion = 30;
const versions = 4;

/** A canvas that somebody has drawn shapes on in several versions; the last one moves some of them. */
const test = systemTest.extend<{ canvasId: string }>({
  canvasId: async ({ system: { client } }, use) => {
    const { canvasId } = await create(client, { instruction: 'waits' });
    const added: string[] = [];
    for (let version = 0; version < versions; version += 1) {
      const add = Array.from({ length: perVersion }, (_, index) => aShape(version * perVersion + index));
      const update = added.slice(0, 5).map((id) => ({ id, y: 500 + version }));
      await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: version, add, update });
      added.push(...add.map(({ shape }) => shape.id));
    }
    await use(canvasId);
  },
});

const aShape = (index: number) => ({
  shape: { id: randomUUID(), x: index * 200, y: 0, width: 160, height: 64, text: `Step ${index}` },
});

const ofVersions = (id: string, selection: string, first = versions) =>
  `{ canvas(id: "${id}") { versions(first: ${first}) { edges { node { number ${selection} } } } } }`;

const nodesOf = ({ data }: Answer) =>
  data.canvas.versions.edges.map(({ node }: { node: Record<string, unknown> }) => node);

const refusal = { extensions: { code: 'LIMIT_EXCEEDED', limit: { name: 'answer', allowed: 1_000 } } };

/** What an operation costs, as its answer says. */
async function costOf(client: Client, document: string): Promise<number> {
  const answer = (await client.send(document)) as Answer & { extensions: { cost: { requested: number } } };
  expect(answer.errors).toBeUndefined();
  return answer.extensions.cost.requested;
}

describe('fields of versions', () => {
  test('cost as much as their work', async ({ system: { client }, canvasId }) => {
    const cost = (selection: string) => costOf(client, ofVersions(canvasId, selection, 20));
    const plain = await cost('');
    expect(await cost('objects { id }')).toBe(plain + 20 * (100 + 10));
    expect(await cost('a: objects { id } b: objects { id }')).toBe(plain + 2 * 20 * (100 + 10));
    expect(await cost('undoneBy { number }')).toBe(plain + 20 * (10 + 1));
    expect(await cost('changes { added { id } updated { after { id } } }')).toBe(
      plain + 20 * (10 + 1 + 10 + 1 + 10 * 2),
    );
    const exported = `{ canvas(id: "${canvasId}") { export(format: JSON) { content } } }`;
    expect(await costOf(client, exported)).toBe(1 + 500 + 1);
  });

  test('are read together under any alias', async ({ system: { client }, canvasId }) => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const count = async (selection: string) => {
      query.mockClear();
      const answer = await client.send(ofVersions(canvasId, selection));
      const reads = query.mock.calls.filter(([text]) =>
        /FROM canvas_(object|version)/.test(JSON.stringify(text)),
      );
      return { reads: reads.length, nodes: nodesOf(answer) };
    };
    const once = await count('objects { id }');
    const thrice = await count('a: objects { id } b: objects { id } c: objects { id ... on Shape { y } }');
    expect([once.reads, thrice.reads]).toEqual([3, 3]);
    expect(thrice.nodes.map(({ a }: { a: unknown[] }) => a.length)).toEqual([120, 90, 60, 30]);
    for (const [index, { objects }] of once.nodes.entries()) {
      expect(thrice.nodes[index].a).toEqual(objects);
      expect(thrice.nodes[index].b).toEqual(objects);
    }
    const moved = thrice.nodes.map(({ c }: { c: { y: number }[] }) =>
      c.filter(({ y }) => y > 0).map(({ y }) => y),
    );
    expect(moved).toEqual([Array(5).fill(503), Array(5).fill(502), Array(5).fill(501), []]);
    expect((await count('a: undoneBy { number } b: undoneBy { number }')).reads).toBe(1);
    query.mockRestore();
  });

  test('do not read the change sets of versions unless they are selected', async ({
    system: { client },
    canvasId,
  }) => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const list =
      'number kind undoneBy { number } addedCount joinedCount createdAt createdBy { name } job { id }';
    expect(nodesOf(await client.send(ofVersions(canvasId, list)))).toHaveLength(versions);
    const statements = query.mock.calls.map(([statement]) => JSON.stringify(statement));
    query.mockRestore();
    expect(statements.some((statement) => statement.includes('canvas_version'))).toBe(true);
    expect(statements.filter((statement) => /\bdiff\b/.test(statement))).toEqual([]);
  });

  test('show small pictures with the first objects only', async ({ system: { client }, canvasId }) => {
    const answer = await client.send(ofVersions(canvasId, 'objects(first: 2) { ... on Shape { text } }'));
    expect(nodesOf(answer)).toMatchObject(
      Array(4).fill({ objects: [{ text: 'Step 0' }, { text: 'Step 1' }] }),
    );
    const { errors } = await client.send(`{ canvas(id: "${canvasId}") { objects(first: -1) { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('an answer', () => {
  test.override({ env: { MAX_ANSWER_VALUES: '1000' } });

  const tooLarge: Record<string, string> = {
    'objects of versions': 'versions(first: 4) { edges { node { objects { id zIndex locked } } } }',
    'the same objects, again and again':
      'a: objects { id zIndex } b: objects { id zIndex } c: objects { id zIndex }',
    'what versions changed':
      'versions(first: 4) { edges { node { changes { added { id zIndex locked __typename canvas { id title versionNumber } } } } } }',
    'what versions updated':
      'versions(first: 4) { edges { node { changes { updated { before { ...All } after { ...All } } } } } }',
    'objects of objects’ canvases': 'objects(first: 10) { canvas { objects { id } } }',
    'exported canvases': 'a: export(format: JSON) { content }',
  };
  const fragment = `fragment All on CanvasObject { id zIndex locked a: id b: id c: id d: id e: id f: id g: id h: id i: id
    j: zIndex k: zIndex l: zIndex m: zIndex n: zIndex o: zIndex p: zIndex q: zIndex r: zIndex s: zIndex t: zIndex
    u: zIndex v: zIndex w: zIndex x: zIndex y: zIndex z: zIndex aa: zIndex bb: zIndex cc: zIndex dd: zIndex }`;

  test.for(Object.entries(tooLarge))(
    'with %s is not larger than it may be',
    async ([, selection], { system, canvasId }) => {
      const document = `{ canvas(id: "${canvasId}") { ${selection} } } ${selection.includes('All') ? fragment : ''}`;
      for (const answer of [await system.client.send(document), await answerOf(system.client, document)]) {
        expect(answer.errors).toMatchObject([
          refusal,
          ...Array((answer.errors?.length ?? 1) - 1).fill(refusal),
        ]);
      }
    },
  );

  test('of a subscription has the same size each time', async ({ system: { client }, canvasId }) => {
    const changes = client.follow(
      'subscription ($id: ID!) { canvasChanged(canvasId: $id, after: 0) { versionNumber objects { id zIndex locked } } }',
      { id: canvasId },
    );
    for (let number = versions; number < versions + 5; number += 1) {
      const { value } = await changes.next();
      expect(value.errors).toBeUndefined();
      expect(value.data.canvasChanged.versionNumber).toBe(number);
      await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: number, add: [aShape(0)] });
    }
    await changes.return?.();
  });
});

/** The one answer to an operation over a WebSocket. */
async function answerOf(client: Client, document: string): Promise<Answer> {
  for await (const answer of client.follow(document)) return answer;
  throw new Error('there was no answer');
}
