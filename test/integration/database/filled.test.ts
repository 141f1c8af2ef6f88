import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { decodeId, encodeId } from '../../../src/api/graphql/ids.ts';
import { createLogger } from '../../../src/log.ts';
import { startWorker } from '../../../worker/startWorker.ts';
import { change } from '../../support/canvases.ts';
import { findViolations } from '../../support/database/invariants.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import type { TestDatabase } from '../../support/setup/database.ts';
import { type Client, environment, startApiOn, test } from '../../support/system.ts';
import { secret, tokenOf } from '../../support/tokens.ts';
import { restoreDatabase } from './filled/restoreDatabase.ts';
import { type Dump, unpackDump } from './filled/rows.ts';

/** Databases that earlier versions have filled: data outlives the version that wrote it. */
const folder = join(import.meta.dirname, 'filled');
const files = (await readdir(folder)).filter((name) => name.endsWith('.json.gz'));

type Row = Record<string, unknown>;

const rowsOf = (dump: Dump, table: string): Row[] => dump.tables[table] ?? [];

async function read(client: Client, document: string, variables = {}) {
  const { data, errors } = await client.send(document, variables);
  expect(errors).toBeUndefined();
  return data;
}

const allJobs = `{ jobs(first: 100, scope: ALL) { totalCount edges { node {
  id type status phase priority progress instruction attempt maxAttempts lastSequence objectCount warnings planner model
  cacheHit cacheKey nextAttemptAt createdAt startedAt finishedAt error { code message retryable }
  usage { inputTokens outputTokens estimated } queuePosition waitReason estimatedCompletionAt createdBy { name }
  attempts { number outcome planner model retryDelayMs workerId startedAt finishedAt error { code } }
  events(first: 100) { edges { node { __typename sequence attempt at
    ... on ObjectsGenerated { objects { __typename id } } ... on JobRetryScheduled { nextAttemptAt error { code } }
    ... on JobFailed { error { code } } ... on JobCancelled { keptPartial } } } }
  canvas { id title } canvasVersion { number }
} } } }`;

const objects = 'objects { __typename id zIndex locked createdByJob { id } ... on Shape { text lines x y } }';

const canvasFields = `id title versionNumber objectCount createdAt updatedAt deletedAt removalAt ${objects}
  export(format: MERMAID) { content }`;

const allCanvases = `query ($deleted: Boolean) { canvases(first: 100, deleted: $deleted) { totalCount edges { node {
  ${canvasFields}
} } } }`;

const oneCanvas = `query ($id: ID!) { canvas(id: $id) { ${canvasFields} versions(first: 20) { edges { node {
  number kind sourceNumber undoneBy { number } addedCount updatedCount deletedCount objectCount createdAt createdBy { name }
  job { id } ${objects} changes { added { id } updated { before { id } after { id } } deleted { id } }
} } } } }`;

const figures = `{
  jobStats(window: LAST_MONTH) { created completed failed cancelled retries byStatus { status count } run { p95Ms } }
  cacheStats { entries hits tokensSaved } queueHealth { waiting processing workers { id } } queueControl { pausedAt }
  workers(gone: true) { id alive heartbeatAt stoppedAt running { number } } system { workersAlive }
}`;

async function clientsOn(database: TestDatabase, env: Record<string, string>) {
  const api = await startApiOn(database, env);
  const as = async (name: string, role?: string) => api.clientWith(await tokenOf(name, role));
  return { api, ada: await as('Ada'), ben: await as('Ben'), ops: await as('Ops', 'ops') };
}

test.for(files)(
  'a database filled by %s can be read, and its jobs go on',
  { timeout: 60_000 },
  async (file, { database, model }) => {
    const dump = unpackDump(await readFile(join(folder, file)));
    const pool = database.pool();
    await restoreDatabase(pool, database.url, dump);

    const env = { JWT_SECRET: secret, OPENAI_BASE_URL: model.baseUrl, MAX_OPERATION_COST: '1000000000' };
    const { api, ada, ben, ops } = await clientsOn(database, env);
    await using _ = api;

    // Everything can be read.
    const jobs = rowsOf(dump, 'public.canvas_job');
    const { jobs: list } = await read(ops, allJobs);
    expect(list.totalCount).toBe(jobs.length);
    const events = list.edges.flatMap(
      ({ node }: { node: { events: { edges: Row[] } } }) => node.events.edges,
    );
    // That an attempt was lost may have been appended since: a worker was killed.
    expect(events.length).toBeGreaterThanOrEqual(rowsOf(dump, 'public.job_event').length);
    const users = new Map(
      rowsOf(dump, 'public.app_user').map(({ id, name }) => [id, name === 'Ben' ? ben : ada]),
    );
    for (const { id, owner_id } of rowsOf(dump, 'public.canvas')) {
      const owner = users.get(owner_id) ?? ada;
      const { canvas } = await read(owner, oneCanvas, { id: encodeId('Canvas', String(id)) });
      expect(canvas).not.toBeNull();
    }
    for (const client of [ada, ben]) {
      for (const deleted of [false, true]) await read(client, allCanvases, { deleted });
    }
    const { jobStats } = await read(ops, figures);
    const facts = rowsOf(dump, 'public.job_fact');
    for (const [figure, status] of [
      ['created', 'QUEUED'],
      ['completed', 'COMPLETED'],
      ['failed', 'FAILED'],
    ] as const) {
      expect(jobStats[figure]).toBeGreaterThanOrEqual(facts.filter((fact) => fact.status === status).length);
    }

    // Canvases can be changed, and what is in the trash comes back.
    const edited = rowsOf(dump, 'public.canvas').find(({ title }) => title === 'Renamed');
    const canvasId = encodeId('Canvas', String(edited?.id));
    expect(
      (await change(ada, 'undoCanvasVersion', { canvasId, versionNumber: edited?.version })).__typename,
    ).toBe('UndoCanvasVersionSuccess');
    const trashed = rowsOf(dump, 'public.canvas').find((row) => row.deleted_at !== null);
    const restored = await change(ada, 'restoreCanvas', {
      canvasId: encodeId('Canvas', String(trashed?.id)),
    });
    expect(restored.__typename).toBe('RestoreCanvasSuccess');

    // Waiting jobs are completed, and so are those whose worker died. One waits for its retry: until now.
    await pool.query(`
    UPDATE canvas_job SET next_attempt_at = now() WHERE next_attempt_at > now();
    UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`);
    model.respondToAll((request) => {
      for (const piece of piecesOf(flowPlan(5))) request.sendText(piece);
      request.complete();
    });
    const worker = await startWorker(
      environment(database, env),
      database.url,
      createLogger('worker', 'silent'),
    );
    try {
      const unfinished = jobs.filter(({ finished_at }) => finished_at === null).map(({ id }) => String(id));
      const expected = jobs
        .filter(({ finished_at }) => finished_at === null)
        .map(({ id, status }) => [String(id), status === 'CANCELLING' ? 'CANCELLED' : 'COMPLETED'])
        .sort();
      await expect
        .poll(
          async () => {
            const { jobs: after } = await read(ops, allJobs);
            return after.edges
              .map(({ node }: { node: Row }) => [decodeId('CanvasJob', String(node.id)), node.status])
              .filter(([id]: string[]) => unfinished.includes(String(id)))
              .sort();
          },
          { timeout: 50_000, interval: 300 },
        )
        .toEqual(expected);
      expect(await findViolations(pool)).toEqual([]);
    } finally {
      await worker.stop({ hurry: new AbortController().signal });
    }
  },
);
