import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { encodeId } from '../src/api/graphql/ids.ts';
import { emptyChangeSet } from '../src/canvas/model/changeSet.ts';
import type { CanvasObject } from '../src/canvas/model/object.ts';
import { commitVersion } from '../src/canvas/versions/commitVersion.ts';
import { readObjects } from '../src/canvas/versions/objectRows.ts';
import { inTransaction, onlyRow } from '../src/database/connection.ts';
import { type Figure, medianMs, percentile } from './measure.ts';

const objectCount = 1_950;
const versionCount = 60;
/** Objects that one edit moves. */
const movedByEdit = 400;
const others = '{ __typename } of others, nothing else going on';

/**
 * Measures pages of versions of the largest canvases, and how long other requests take during them. Prints the memory
 * of the API process in MB, before each query and its peak.
 */
export async function measureVersions(pool: pg.Pool, url: string): Promise<Figure[]> {
  const api = await startApi(url);
  try {
    await api.send('{ viewer { id } }');
    const canvasId = await writeCanvas(pool);
    return await measureQueries(api, encodeId('Canvas', canvasId));
  } finally {
    api.process.kill('SIGTERM');
    await once(api.process, 'exit');
  }
}

const sketch = `__typename id ... on Frame { x y width height color } ... on Shape { x y width height shape color }
  ... on Connector { points { x y } }`;

async function measureQueries(api: Api, id: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const page = (first: number, selection: string) =>
    `{ canvas(id: "${id}") { versions(first: ${first}) { edges { node { number ${selection} } } } } }`;
  const alone = await medianMs(50, () => api.send('{ __typename }'));
  figures.push({ name: others, baseline: others, ms: alone });
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
  for (const [name, query] of queries) figures.push(...(await measureQuery(api, name, query)));
  return figures;
}

async function measureQuery(api: Api, name: string, query: string): Promise<Figure[]> {
  const before = api.memoryMb();
  let most = before;
  let running = true;
  const watching = (async () => {
    while (running) {
      most = Math.max(most, api.memoryMb());
      await delay(20);
    }
  })();
  const began = performance.now();
  const answers = Promise.all([1, 2, 3].map(() => api.send(query)));
  let done = false;
  const finished = answers.then(() => {
    done = true;
  });
  const times: number[] = [];
  while (!done) {
    const sent = performance.now();
    await api.send('{ __typename }');
    times.push(performance.now() - sent);
    await delay(5);
  }
  await finished;
  const ms = performance.now() - began;
  running = false;
  await watching;
  const [{ bytes, code }] = (await answers) as [Answer];
  process.stdout.write(
    `${name}: ${(bytes / 1_000_000).toFixed(1)} MB${code ? ` (${code})` : ''}; memory ${before.toFixed(0)} -> ${most.toFixed(0)} MB; ` +
      `others at most ${Math.max(0, ...times).toFixed(0)} ms\n`,
  );
  return [
    { name: `three at once: ${name}`, baseline: others, ms },
    { name: '  others meanwhile', baseline: others, ms: percentile(times, 0.5) },
  ];
}

type Answer = { bytes: number; code: string | undefined };
type Api = { process: ChildProcess; send(query: string): Promise<Answer>; memoryMb(): number };

async function startApi(url: string): Promise<Api> {
  const main = fileURLToPath(new URL('../src/api/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', MAX_OPERATION_COST: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the API did not start')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { url: at } = JSON.parse(line);
      if (typeof at === 'string') resolve(`${at}/graphql`);
    });
  });
  return {
    process: child,
    async send(query) {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      return { bytes: text.length, code: /"code":"(\w+)"/.exec(text.slice(0, 2_000))?.[1] };
    },
    memoryMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024,
  };
}

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
