import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { encodeId } from '../../src/api/graphql/ids.ts';
import { emptyChangeSet } from '../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../src/canvas/model/object.ts';
import { commitVersion } from '../../src/canvas/versions/commitVersion.ts';
import { readObjects } from '../../src/canvas/versions/objectRows.ts';
import { onlyRow } from '../../src/database/statement.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { Figure } from '../figures/figure.ts';
import { medianMs, percentile } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { createSender } from '../installation/sender.ts';
import { type Service, startService } from '../installation/service.ts';

const objectCount = 1_950;
const versionCount = 60;
/** Objects that one edit moves. */
const movedByEdit = 400;

/**
 * Measures pages of versions of the largest canvases, and how long other requests take during them. Prints the memory
 * of the API process in MB, before each query and its peak.
 */
export async function measureVersions({ pool, url }: BenchDatabase): Promise<Figure[]> {
  const env = { DATABASE_URL: url, PORT: '0', MAX_OPERATION_COST: '1000000' };
  const service = await startService('src/api/main.ts', 'the API is listening', env);
  const { sendText: send, close } = createSender(service.url);
  try {
    await send('{ viewer { id } }');
    const canvasId = await writeCanvas(pool);
    return await measureQueries({ service, send }, encodeId('Canvas', canvasId));
  } finally {
    close();
    await service.stop();
  }
}

type Api = { service: Service; send(query: string): Promise<string> };

const sketch = `__typename id ... on Frame { x y width height color } ... on Shape { x y width height shape color }
  ... on Connector { points { x y } }`;

async function measureQueries(api: Api, id: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const page = (first: number, selection: string) =>
    `{ canvas(id: "${id}") { versions(first: ${first}) { edges { node { number ${selection} } } } } }`;
  const alone = await medianMs(50, () => api.send('{ __typename }'));
  const baseline = { name: '{ __typename }, nothing else going on', value: alone };
  const queries: [string, string][] = [
    ['the canvas with its objects', `{ canvas(id: "${id}") { objects { ${sketch} } } }`],
    ['5 versions with their objects', page(5, `objects { ${sketch} }`)],
    [
      '20 versions with ids of objects, three times',
      page(20, 'a: objects { id } b: objects { id } c: objects { id }'),
    ],
    [
      '20 versions with objects, three times',
      page(20, ['a', 'b', 'c'].map((x) => `${x}: objects { ${sketch} }`).join(' ')),
    ],
    [
      '20 versions with their changes',
      page(20, `changes { updated { before { ${sketch} } after { ${sketch} } } }`),
    ],
    ['60 versions with what has undone them', page(60, 'undoneBy { number }')],
  ];
  for (const [name, query] of queries) figures.push(...(await measureQuery(api, name, query, baseline)));
  return figures;
}

async function measureQuery(
  { service, send }: Api,
  name: string,
  query: string,
  baseline: NonNullable<Figure['baseline']>,
): Promise<Figure[]> {
  const before = memoryMb(service);
  let most = before;
  let running = true;
  const watching = (async () => {
    while (running) {
      most = Math.max(most, memoryMb(service));
      await delay(20);
    }
  })();
  const began = performance.now();
  const answers = Promise.all([1, 2, 3].map(() => send(query)));
  let done = false;
  const finished = answers.then(() => {
    done = true;
  });
  const times: number[] = [];
  while (!done) {
    const sent = performance.now();
    await send('{ __typename }');
    times.push(performance.now() - sent);
    await delay(5);
  }
  await finished;
  const ms = performance.now() - began;
  running = false;
  await watching;
  const [answer = ''] = await answers;
  const code = /"code":"(\w+)"/.exec(answer.slice(0, 2_000))?.[1];
  process.stdout.write(
    `${name}: ${(answer.length / 1_000_000).toFixed(1)} MB${code ? ` (${code})` : ''}; memory ${before.toFixed(0)} -> ${most.toFixed(0)} MB; ` +
      `others at most ${Math.max(0, ...times).toFixed(0)} ms\n`,
  );
  return [
    { name: `three at once: ${name}`, value: ms, unit: 'ms', baseline },
    { name: '  { __typename } meanwhile', value: percentile(times, 0.5), unit: 'ms', baseline },
  ];
}

const memoryMb = ({ pid }: Service): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** Creates a canvas of the largest size, with many edits that move many objects. @returns Its id. */
export async function writeCanvas(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM app_user ORDER BY created_at DESC LIMIT 1',
  );
  const userId = onlyRow(rows).id;
  const canvasId = uuid();
  await pool.query("INSERT INTO canvas (id, owner_id, title) VALUES ($1, $2, 'Large')", [canvasId, userId]);
  const author = { kind: 'EDIT' as const, userId };
  const added = Array.from({ length: objectCount }, (_, index) => aShape(index));
  await inTransaction(pool, (tx) =>
    commitVersion(tx, { canvasId, author, changes: { ...emptyChangeSet, added }, rules: 'exact' }),
  );
  for (let version = 1; version < versionCount; version += 1) {
    await inTransaction(pool, async (tx) => {
      const objects = (await readObjects(tx, canvasId)).map(({ object }) => object);
      const updated = Array.from({ length: movedByEdit }, (_, index) => {
        const before = objects[(version * 31 + index) % objects.length] as Extract<
          CanvasObject,
          { kind: 'SHAPE' }
        >;
        return { before, after: { ...before, x: before.x + 1 } };
      });
      return commitVersion(tx, { canvasId, author, changes: { ...emptyChangeSet, updated }, rules: 'exact' });
    });
  }
  return canvasId;
}

const aShape = (index: number): CanvasObject => ({
  id: uuid(),
  kind: 'SHAPE',
  zIndex: index,
  parentId: null,
  x: (index % 50) * 200,
  y: Math.floor(index / 50) * 100,
  width: 160,
  height: 64,
  shape: 'RECTANGLE',
  text: `Step ${index}`,
  lines: [`Step ${index}`],
  fontSize: 16,
  color: 'blue',
});
