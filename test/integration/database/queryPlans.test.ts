import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pastId, writePastJobs } from '../../../bench/database/pastJobs.ts';
import type { Viewer } from '../../../src/api/auth/viewer.ts';
import { type JobFilter, jobsWhere } from '../../../src/api/schema/jobs/jobFilter.ts';
import { jobOrders } from '../../../src/api/schema/jobs/jobList.ts';
import { connect } from '../../../src/database/connection.ts';
import { PreparingClient } from '../../../src/database/preparedStatements.ts';
import { createLogger } from '../../../src/log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/setup/database.ts';

/** Tables that grow with the jobs. */
const large = new Set([
  'canvas_job',
  'job_event',
  'job_attempt',
  'job_fact',
  'canvas_object',
  'canvas_version',
]);

const root = resolve(import.meta.dirname, '../../..');

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool({ max: 1 });
  await writePastJobs(pool, 10_000, 3);
  await writeDrawnCanvases();
});
afterAll(() => database.drop());

/** Gives each canvas of the past jobs ten versions and a chain of twenty shapes. */
async function writeDrawnCanvases(): Promise<void> {
  await pool.query(`
    INSERT INTO canvas_version (canvas_id, number, previous_number, kind, author_id, diff, added_count, updated_count,
                                deleted_count, object_count)
    SELECT id, number, nullif(number - 1, 0), 'EDIT', owner_id, '{}', 2, 0, 0, 2 * number
    FROM canvas, generate_series(1, 10) AS number`);
  await pool.query(`
    INSERT INTO canvas_object (id, canvas_id, kind, z_index, data)
    SELECT gen_random_uuid(), id, 'SHAPE', number, '{}' FROM canvas, generate_series(1, 20) AS number`);
  await pool.query('VACUUM ANALYZE');
}

type Statement = { name: string; text: string };

/** Every statement that is defined in a `sql/` folder of the services. */
async function definedStatements(): Promise<Statement[]> {
  const files = globSync('{src,worker}/**/sql/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', 'worker/planners/**'],
  }).sort();
  const modules = await Promise.all(files.map((file) => import(resolve(root, file)) as Promise<object>));
  const exported = modules.flatMap((module) => Object.entries(module));
  const texts = await Promise.all(exported.map(([, value]) => textOf(value)));
  return exported.flatMap(([name], index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ name, text }];
  });
}

/** The text that a statement sends; undefined for what is not a statement, such as a part of one. */
async function textOf(value: unknown): Promise<string | undefined> {
  if (typeof value !== 'function') return undefined;
  let sent: string | undefined;
  const sql = {
    query: ({ text }: { text: string }) => {
      sent = text;
      return Promise.resolve({ fields: [], rows: [[null]], rowCount: 0 });
    },
  };
  const anyParameters = new Proxy({}, { has: () => true, get: () => null });
  try {
    await value(sql, anyParameters);
  } catch {
    return undefined;
  }
  return sent;
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

/** The large tables that a plan reads from beginning to end. */
function scannedBy(plan: Plan): string[] {
  const table = plan['Relation Name'] ?? '';
  const isScan = plan['Node Type'] === 'Seq Scan' && large.has(table);
  return [...(isScan ? [table] : []), ...(plan.Plans ?? []).flatMap(scannedBy)];
}

async function explain(text: string, values?: unknown[]): Promise<string[]> {
  const options = values === undefined ? 'GENERIC_PLAN, FORMAT JSON' : 'FORMAT JSON';
  const { rows } = await pool.query<[[{ Plan: Plan }]]>({
    text: `EXPLAIN (${options}) ${text}`,
    rowMode: 'array',
    ...(values && { values }),
  });
  return rows.flatMap(([[{ Plan: plan }]]) => scannedBy(plan));
}

test('no statement of the services scans a table that grows with the jobs', async () => {
  const statements = await definedStatements();
  expect(statements.length).toBeGreaterThan(100);
  const scans: string[] = [];
  for (const { name, text } of statements) {
    if (text.startsWith('SET ')) continue;
    for (const table of await explain(text)) scans.push(`${name}: ${table}`);
  }
  expect(scans).toEqual([]);
});

const operator = { id: '', name: '', role: 'OPS' as const };
const someone = { ...operator, id: pastId(7) };

test.for([
  ['everyone, no condition', operator, {}],
  ['one user', someone, {}],
  ['failed', operator, { status: ['FAILED'] }],
  ['waiting', operator, { status: ['QUEUED'] }],
  ['a rare error', operator, { errorCode: ['PLANNER_TIMEOUT'] }],
  ['any error', operator, { hasError: true }],
  ['a rare text', operator, { text: 'number 471:' }],
  ['lately finished', operator, { finishedWithin: 'LAST_HOUR' }],
] as [string, Viewer, JobFilter][])('a page of jobs scans no table: %s', async ([, viewer, filter]) => {
  const services = connect(database.url, 1, createLogger('api', 'silent'));
  const sent: { text: string; values: unknown[] }[] = [];
  try {
    const where = await jobsWhere(filter, viewer, viewer === someone ? 'MINE' : 'ALL', services.pool);
    const query = vi.spyOn(PreparingClient.prototype, 'query');
    for (const order of Object.values(jobOrders)) {
      for (const isBackwards of [false, true]) {
        const finished = order.column === 'finishedAt' ? { finishedAt: { not: null } } : {};
        const { canvasJob } = services.prisma;
        await canvasJob.findMany({
          where: { AND: [where, finished] },
          orderBy: order.orderBy(isBackwards),
          take: 21,
        });
      }
    }
    for (const [statement] of query.mock.calls) if (statement?.text) sent.push(statement);
    query.mockRestore();
  } finally {
    await services.close();
  }
  expect(sent.length).toBeGreaterThanOrEqual(8);
  for (const { text, values } of sent) expect(await explain(text, values), text).toEqual([]);
});
