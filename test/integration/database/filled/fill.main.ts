import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startApi } from '../../../../src/api/startApi.ts';
import { readConfig } from '../../../../src/config.ts';
import { migrate } from '../../../../src/database/migrations/migrate.ts';
import { createLogger } from '../../../../src/log.ts';
import { startTemporaryPostgres } from '../../../../tools/postgres/temporaryPostgres.ts';
import { cleanUp } from '../../../../worker/tasks/cleanUp.ts';
import { type ModelRequest, startModelServer } from '../../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../../support/model/plans.ts';
import { startWorkerProcess, type WorkerProcess } from '../../../support/processes/workerProcess.ts';
import { secret, tokenOf } from '../../../support/tokens.ts';
import { dumpRows, packDump } from './rows.ts';

/**
 * Runs this version for real, until its database holds rows of every kind, and keeps them as `<commit>.json.gz` beside
 * this file: `node test/integration/database/filled/fill.main.ts`. Later versions are tested with that, so a file is never
 * made again; add one when a release changes what is stored.
 */

type Client = (document: string, variables?: object) => Promise<Record<string, Answered>>;
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that was asked for
type Answered = any;

/** Answers by what is asked for; what has "[hold" in it is never answered to the end. */
function answer(request: ModelRequest): void {
  const asked = JSON.stringify(request.body);
  if (asked.includes('[refuse')) {
    request.refuse(400, {}, { code: 'invalid_prompt', message: 'refused' });
  } else if (asked.includes('[break')) {
    request.refuse(500, {}, { message: 'broken' });
  } else {
    const pieces = piecesOf(flowPlan(asked.includes('[large') ? 121 : 9, 'A flow of nine objects'));
    const isHeld = asked.includes('[hold');
    for (const piece of isHeld ? pieces.slice(0, 4) : pieces) request.sendText(piece);
    if (!isHeld) request.complete();
  }
}

const jobFields = 'id status canvas { id versionNumber objects { id __typename } }';
const createJob = `mutation ($input: CreateCanvasJobInput!) { createCanvasJob(input: $input) {
  ... on CreateCanvasJobSuccess { job { ${jobFields} } } ... on Error { message } } }`;

const clientOf =
  (url: string, token: string): Client =>
  async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, Answered>; errors?: object };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };

async function create(client: Client, input: Record<string, unknown>): Promise<Answered> {
  const { createCanvasJob } = await client(createJob, { input });
  if (createCanvasJob.job === undefined) throw new Error(JSON.stringify(createCanvasJob));
  return createCanvasJob.job;
}

async function jobIn(client: Client, id: string, isThere: (job: Answered) => boolean): Promise<Answered> {
  for (;;) {
    const { job } = await client(
      `query ($id: ID!) { job(id: $id) { ${jobFields} attempt objectCount nextAttemptAt } }`,
      {
        id,
      },
    );
    if (isThere(job)) return job;
    await delay(50);
  }
}

const ended = (client: Client, id: string) =>
  jobIn(client, id, ({ status }) => ['COMPLETED', 'FAILED', 'CANCELLED'].includes(status));

async function mutate(client: Client, name: string, input: object): Promise<Answered> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const data = await client(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on Error { message } } }`,
    { input },
  );
  if (data[name].__typename !== `${type}Success`) throw new Error(`${name}: ${JSON.stringify(data[name])}`);
}

/** Jobs that end in every way, and cached results. */
async function endJobs(ada: Client, ben: Client): Promise<string[]> {
  const first = await ended(
    ada,
    (await create(ada, { instruction: 'draw a flow', idempotencyKey: 'key-1' })).id,
  );
  const hit = await create(ada, { instruction: 'Draw a flow' });
  const second = await ended(
    ben,
    (await create(ben, { instruction: 'another flow, with ünïcode 👩‍👩‍👧‍👦' })).id,
  );
  await ended(ben, (await create(ben, { instruction: 'one that is [large]', useCache: false })).id);
  const change = {
    canvasId: first.canvas.id,
    instruction: 'add some steps',
    selection: [first.canvas.objects[0].id],
  };
  await ended(ada, (await create(ada, change)).id);
  await ended(ada, (await create(ada, { instruction: '[refuse] this' })).id);
  const retried = (
    await ended(ben, (await create(ben, { instruction: '[break] twice', priority: 'LOW' })).id)
  ).id;
  await mutate(ben, 'retryJob', { jobId: retried });
  await ended(ben, retried);
  const partly = await create(ada, { instruction: '[hold] and keep' });
  await jobIn(ada, partly.id, ({ objectCount }) => objectCount > 0);
  await mutate(ada, 'cancelJob', { jobId: partly.id, keepPartial: true });
  await ended(ada, partly.id);
  return [first.canvas.id, hit.canvas.id, second.canvas.id];
}

/** Versions of every kind, and canvases that are renamed, copied and deleted. */
async function editCanvases(ada: Client, [canvasId = '', copied = '']: string[]): Promise<void> {
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
  const box = { y: 2_000, width: 160, height: 64 };
  await mutate(ada, 'updateCanvasObjects', {
    canvasId,
    baseVersionNumber: 2,
    add: [
      { shape: { id: a, x: 2_000, text: 'Legal', ...box } },
      { shape: { id: b, x: 2_240, text: 'Launch', ...box } },
      {
        connector: {
          id: c,
          fromId: a,
          toId: b,
          points: [
            { x: 2_160, y: 2_032 },
            { x: 2_240, y: 2_032 },
          ],
        },
      },
    ],
    update: [],
    delete: [],
  });
  await mutate(ada, 'lockCanvasObjects', { canvasId, objectIds: [a] });
  await mutate(ada, 'undoCanvasVersion', { canvasId, versionNumber: 2 });
  await mutate(ada, 'restoreCanvasVersion', { canvasId, versionNumber: 1 });
  await mutate(ada, 'renameCanvas', { canvasId, title: 'Renamed' });
  await mutate(ada, 'duplicateCanvas', { canvasId });
  await mutate(ada, 'deleteCanvas', { canvasId: copied });
}

/** Jobs that wait: for a retry, for their turn, for another one; and jobs whose worker is killed. */
async function leaveUnfinished(ada: Client, ben: Client, worker: WorkerProcess): Promise<void> {
  const running = await create(ada, { instruction: '[hold] for ever' });
  await jobIn(ada, running.id, ({ objectCount }) => objectCount > 0);
  await create(ben, { instruction: '[hold] for ever' }); // waits for the result of the one before
  const cancelled = await create(ben, { instruction: '[hold] until the end' });
  await jobIn(ben, cancelled.id, ({ objectCount }) => objectCount > 0);
  worker.signal('SIGSTOP');
  await mutate(ben, 'cancelJob', { jobId: cancelled.id });
  await create(ada, { instruction: 'one that waits' });
  await create(ada, { instruction: 'one more that waits', priority: 'HIGH' });
  await create(ben, { instruction: 'waits as well', priority: 'LOW', useCache: false });
  const gone = await create(ben, { instruction: 'cancelled while it waits' });
  await mutate(ben, 'cancelJob', { jobId: gone.id });
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const postgres = await startTemporaryPostgres('fill');
const model = await startModelServer();
try {
  model.respondToAll(answer);
  await migrate(postgres.url);
  const settings = { JWT_SECRET: secret, MAX_JOB_RETRIES: '1', RETRY_FIRST_DELAY_MS: '1' };
  const config = readConfig({ PORT: '0', OPENAI_BASE_URL: model.baseUrl, ...settings });
  const env = {
    DATABASE_URL: postgres.url,
    OPENAI_BASE_URL: model.baseUrl,
    MAX_CONCURRENT_JOBS: '2',
    ...settings,
  };
  const api = await startApi(config, postgres.url, createLogger('api', 'silent'));
  const pool = new pg.Pool({ connectionString: postgres.url });
  const [ada, ben, ops] = await Promise.all(
    [['Ada'], ['Ben'], ['Ops', 'ops']].map(async ([sub = '', role]) =>
      clientOf(api.url, await tokenOf(sub, role)),
    ),
  );
  if (ada === undefined || ben === undefined || ops === undefined) throw new Error('no clients');

  const first = await startWorkerProcess(env);
  const canvases = await endJobs(ada, ben);
  await editCanvases(ada, canvases);
  first.signal('SIGTERM');
  await first.exited;
  await ops('mutation { pauseQueue(input: { reason: "an upgrade" }) { __typename } }');
  await ops('mutation { resumeQueue { __typename } }');

  // The hours of a while ago, added up.
  await pool.query(
    "UPDATE job_fact SET at = at - interval '3 hours' WHERE owner_id = (SELECT id FROM app_user WHERE name = 'Ben')",
  );
  await cleanUp(pool, config, new AbortController().signal);

  // One job waits for a retry for longer than this script runs.
  const slow = await startWorkerProcess({ ...env, RETRY_FIRST_DELAY_MS: '600000', MAX_CONCURRENT_JOBS: '1' });
  const retrying = await create(ada, { instruction: '[break] and wait', useCache: false });
  await jobIn(ada, retrying.id, ({ nextAttemptAt }) => nextAttemptAt !== null);
  slow.signal('SIGTERM');
  await slow.exited;

  const last = await startWorkerProcess(env);
  await leaveUnfinished(ada, ben, last);
  // Nobody is left to find that the worker is gone.
  await api.stop();
  last.signal('SIGKILL');
  await last.exited;
  const dump = await dumpRows(pool, commit);
  await pool.end();
  const file = join(import.meta.dirname, `${commit}.json.gz`);
  await writeFile(file, packDump(dump));
  const counts = Object.entries(dump.tables).map(([name, rows]) => `${name} ${rows.length}`);
  process.stdout.write(`${file}\n${counts.join('\n')}\n`);
} finally {
  await model.stop();
  await postgres.stop();
}
