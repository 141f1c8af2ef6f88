import type pg from 'pg';
import { describe, expect } from 'vitest';
import { change } from '../../support/canvases.ts';
import { insertPastJob, insertUser } from '../../support/database/pastJobs.ts';
import { create } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';
import { secret, tokenOf } from '../../support/tokens.ts';

type Page = {
  totalCount: number;
  pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
};
type PageArguments = { first?: number; last?: number; after?: string | null; before?: string | null };

const page = 'totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';
const pageVariables = '$first: Int, $last: Int, $after: String, $before: String';
const pageArguments = 'first: $first, last: $last, after: $after, before: $before';

/** Operations that read a page of each list; `$id` is the canvas or the job that the list belongs to. */
const lists = {
  jobs: `query ($filter: JobFilter, ${pageVariables}) {
    page: jobs(filter: $filter, ${pageArguments}) { ${page} edges { cursor node { id } } nodes { id } } }`,
  canvases: `query (${pageVariables}) {
    page: canvases(${pageArguments}) { ${page} edges { cursor node { id } } nodes { id } } }`,
  'Canvas.jobs': `query ($id: ID!, ${pageVariables}) { canvas(id: $id) {
    page: jobs(${pageArguments}) { ${page} edges { cursor node { id } } nodes { id } } } }`,
  'Canvas.versions': `query ($id: ID!, ${pageVariables}) { canvas(id: $id) {
    page: versions(${pageArguments}) { ${page} edges { cursor node { id: number } } nodes { id: number } } } }`,
  'CanvasJob.events': `query ($id: ID!, ${pageVariables}) { job(id: $id) {
    page: events(${pageArguments}) { ${page} edges { cursor node { id: sequence } } nodes { id: sequence } } } }`,
};
type List = keyof typeof lists;

async function read(
  client: Client,
  list: List,
  variables: PageArguments & Record<string, unknown>,
): Promise<Page> {
  const { data, errors } = await client.send(lists[list], variables);
  expect(errors).toBeUndefined();
  const read: Page = data.page ?? (data.canvas ?? data.job).page;
  expect(read.nodes).toEqual(read.edges.map(({ node }) => node));
  return read;
}

const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** Jobs that wait, oldest first, each on a canvas of its own. */
async function createMany(client: Client, count: number) {
  const jobs: { id: string; canvasId: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    jobs.push(await create(client, { instruction: `job ${index}` }));
  }
  return jobs;
}

async function send(client: Client, mutation: string, id: string) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data } = await client.send(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
    { input: { jobId: id } },
  );
  expect(data[mutation].__typename).toMatch(/Success$/);
}

const cancelled = { filter: { status: ['CANCELLED'] } };

/** An installation whose canvas has seven versions and seven jobs of a fixed user. */
async function fillLists(client: Client, pool: pg.Pool) {
  const jobs = await createMany(client, 7);
  const canvasId = jobs[0]?.canvasId ?? '';
  for (let index = 0; index < 6; index += 1) {
    await create(client, { instruction: `change ${index}`, canvasId });
  }
  for (let index = 0; index < 7; index += 1) {
    const frame = { id: crypto.randomUUID(), x: index, y: 0, width: 100, height: 100 };
    await change(client, 'updateCanvasObjects', { canvasId, baseVersionNumber: index, add: [{ frame }] });
  }
  await pool.query(
    `INSERT INTO job_event (job_id, seq, type, attempt, payload)
     SELECT id, generate_series(2, 7), 'JobProgressed', 0, '{"phase":"PLANNING","progress":0.1}' FROM canvas_job
     WHERE canvas_id = (SELECT id FROM canvas ORDER BY created_at, id LIMIT 1)`,
  );
  const owners: Record<List, string | undefined> = {
    jobs: undefined,
    canvases: undefined,
    'Canvas.jobs': canvasId,
    'Canvas.versions': canvasId,
    'CanvasJob.events': jobs[0]?.id,
  };
  return { owners };
}

test('nodes alone are read with their selected fields', async ({ system: { client } }) => {
  const [job] = await createMany(client, 1);
  const { data, errors } = await client.send(
    '{ jobs { nodes { id status events { totalCount nodes { __typename } } } } canvases { nodes { id title } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    jobs: {
      nodes: [
        { id: job?.id, status: 'QUEUED', events: { totalCount: 1, nodes: [{ __typename: 'JobQueued' }] } },
      ],
    },
    canvases: { nodes: [{ id: job?.canvasId, title: 'job 0' }] },
  });
});

describe('a page starts where the one before it ended', () => {
  test('although its jobs do not fit the filter any more', async ({ system }) => {
    const { client } = system;
    const jobs = await createMany(client, 18);
    for (const { id } of jobs) await send(client, 'cancelJob', id);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { pageInfo, edges } = await read(client, 'jobs', { ...cancelled, first: 5, after });
      for (const { node } of edges) await send(client, 'retryJob', node.id);
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(jobs.map(({ id }) => id).reverse());
  });

  test('likewise backwards', async ({ system }) => {
    const { client } = system;
    const jobs = await createMany(client, 18);
    for (const { id } of jobs) await send(client, 'cancelJob', id);
    const seen: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const { pageInfo, edges } = await read(client, 'jobs', { ...cancelled, last: 5, before });
      for (const { node } of edges) await send(client, 'retryJob', node.id);
      seen.unshift(...edges.map(({ node }) => node.id));
      before = pageInfo.startCursor;
      more = pageInfo.hasPreviousPage;
    }
    expect(seen).toEqual(jobs.map(({ id }) => id).reverse());
  });

  test('although its canvases are in the trash or removed', async ({ system, database }) => {
    const { client } = system;
    const jobs = await createMany(client, 12);
    const pool = database.pool();
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { pageInfo, edges } = await read(client, 'canvases', { first: 5, after });
      for (const { node } of edges) await change(client, 'deleteCanvas', { canvasId: node.id });
      await pool.query('DELETE FROM canvas WHERE deleted_at IS NOT NULL');
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(jobs.map(({ canvasId }) => canvasId).reverse());
  });
});

describe('every list', () => {
  test('gives the same in pages, forwards and backwards, as at once', async ({ system, database }) => {
    const { client } = system;
    const { owners } = await fillLists(client, database.pool());
    for (const list of Object.keys(lists) as List[]) {
      const id = owners[list];
      const all = await read(client, list, { id, first: 100 });
      expect(all.edges.length, list).toBeGreaterThanOrEqual(7);
      expect(all.pageInfo, list).toMatchObject({ hasNextPage: false, hasPreviousPage: false });

      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const part = await read(client, list, { id, first: 3, after });
        expect(part.pageInfo.hasPreviousPage, list).toBe(after !== null);
        expect(part.totalCount, list).toBe(all.totalCount);
        forwards.push(...idsOf(part));
        after = part.pageInfo.endCursor;
        more = part.pageInfo.hasNextPage;
      }
      expect(forwards, list).toEqual(idsOf(all));

      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const part = await read(client, list, { id, last: 3, before });
        expect(part.pageInfo.hasNextPage, list).toBe(before !== null);
        backwards.unshift(...idsOf(part));
        before = part.pageInfo.startCursor;
        more = part.pageInfo.hasPreviousPage;
      }
      expect(backwards, list).toEqual(idsOf(all));

      const [second, fifth] = [all.edges[1]?.cursor ?? '', all.edges[4]?.cursor ?? ''];
      const between = await read(client, list, { id, first: 2, after: second, before: fifth });
      expect(idsOf(between), list).toEqual(idsOf(all).slice(2, 4));
      expect(between.pageInfo, list).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      const none = await read(client, list, { id, first: 0 });
      expect(none, list).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: null } });
    }
  });

  test('refuses an invalid cursor', async ({ system, database }) => {
    const { client } = system;
    const { owners } = await fillLists(client, database.pool());
    const cursors = Object.fromEntries(
      await Promise.all(
        (Object.keys(lists) as List[]).map(async (list) => {
          const { edges } = await read(client, list, { id: owners[list], first: 1 });
          return [list, edges[0]?.cursor ?? ''] as const;
        }),
      ),
    );
    const base64 = (text: string) => Buffer.from(text).toString('base64url');
    const moment = '2026-01-31T12:00:00.000Z';
    const uuid = '01900000-0000-7000-8000-000000000000';
    const malformed = [
      ...['', ' ', 'x', '%%%', '\u0000', '\ud800', '-1', '1.5', '99999999999'],
      ...['R1BDOlM6eA==', base64(`GPC:S:${uuid}`), base64('{"__proto__":1}')],
    ];
    const wrongFor = (kind: string) => [
      base64(kind),
      base64(JSON.stringify([kind])),
      base64(JSON.stringify([kind, moment])),
      base64(JSON.stringify([kind, 'yesterday', uuid])),
      base64(JSON.stringify([kind, moment, 'x'])),
      base64(JSON.stringify([kind, moment, uuid, uuid])),
      base64(JSON.stringify([kind, 7, uuid])),
      base64(JSON.stringify([kind, uuid, 1e300])),
      base64(JSON.stringify([kind, '+275760-09-13T00:00:00.000Z', uuid])),
      base64(JSON.stringify([kind, '2026-02-30T00:00:00.000Z', uuid])),
    ];
    const kinds: Record<List, string> = {
      jobs: 'CanvasJob',
      canvases: 'Canvas',
      'Canvas.jobs': 'CanvasJob',
      'Canvas.versions': 'CanvasVersion',
      'CanvasJob.events': 'JobEvent',
    };
    const sameKind: Partial<Record<List, List[]>> = {
      jobs: ['Canvas.jobs'],
      'Canvas.jobs': ['jobs'],
    };
    for (const list of Object.keys(lists) as List[]) {
      const others = Object.entries(cursors)
        .filter(([other]) => other !== list && !sameKind[list]?.includes(other as List))
        .map(([, cursor]) => cursor);
      const refuses = async (cursor: string, variables: PageArguments) => {
        const { errors } = await client.send(lists[list], { id: owners[list], ...variables });
        const what = `${list}: ${JSON.stringify(cursor)}`;
        expect(errors?.[0]?.extensions.code, what).toBe('BAD_USER_INPUT');
        expect(errors?.[0]?.message, what).toContain('cursor');
      };
      await Promise.all(
        [...malformed, ...wrongFor(kinds[list]), ...others].flatMap((cursor) => [
          refuses(cursor, { first: 1, after: cursor }),
          refuses(cursor, { last: 1, before: cursor }),
        ]),
      );
    }
  });

  test('refuses a position on another canvas, and `first` together with `last`', async ({
    system,
    database,
  }) => {
    const { client } = system;
    const { owners } = await fillLists(client, database.pool());
    const canvasId = owners['Canvas.versions'];
    const { edges } = await read(client, 'Canvas.versions', { id: canvasId, first: 1 });
    const copy = await change(client, 'duplicateCanvas', { canvasId });
    const foreign = await client.send(lists['Canvas.versions'], {
      id: copy.canvas.id,
      after: edges[0]?.cursor,
    });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    for (const list of Object.keys(lists) as List[]) {
      for (const variables of [{ first: 1, last: 1 }, { first: -1 }, { last: -1 }, { first: 101 }]) {
        const { errors } = await client.send(lists[list], { id: owners[list], ...variables });
        expect(errors?.[0]?.extensions.code, `${list} ${JSON.stringify(variables)}`).toBe('BAD_USER_INPUT');
      }
    }
  });
});

test('a subscription refuses a position before the beginning', async ({ system }) => {
  const { id, canvasId } = await create(system.client, { instruction: 'a job' });
  for (const [document, variables] of [
    ['subscription ($id: ID!) { jobProgress(jobId: $id, after: -1) { sequence } }', { id }],
    [
      'subscription ($id: ID!) { canvasChanged(canvasId: $id, after: -1) { versionNumber } }',
      { id: canvasId },
    ],
  ] as const) {
    const [answer] = await Array.fromAsync(system.client.follow(document, variables));
    expect(answer?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

describe('a filter', () => {
  test('takes a list with repetitions, and refuses one of more than 100 values', async ({ system }) => {
    const { client } = system;
    const { id } = await create(client, { instruction: 'a job' });
    const repeated = await read(client, 'jobs', { filter: { status: Array(40_000).fill('QUEUED') } });
    expect(idsOf(repeated)).toEqual([id]);
    const planner = Array.from({ length: 40_000 }, (_, index) => `P${index}`);
    const { errors } = await client.send(lists.jobs, { filter: { planner } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ code: 'TOO_MANY' }] });
  });
});

describe('with users', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test("jobs and canvases are listed by the database's clock, whatever their ids are", async ({
    system,
    database,
  }) => {
    const pool = database.pool();
    const owner = await insertUser(pool, 'somebody');
    // Ids as processes with clocks of their own have made them: the later, the smaller.
    const ids: string[] = [];
    for (const created of [1, 2, 3, 4]) ids.push(await insertPastJob(pool, { owner, created }));
    await pool.query(
      `UPDATE canvas SET created_at = job.created_at FROM canvas_job job WHERE job.canvas_id = canvas.id`,
    );
    const client = system.clientWith(await tokenOf('somebody'));
    for (const list of ['jobs', 'canvases'] as const) {
      const { data } = await client.send(
        `{ ${list}(first: 10) { edges { node { id createdAt ${list === 'canvases' ? 'jobs(first: 1) { edges { node { id } } }' : ''} } } } }`,
      );
      const nodes: { id: string; createdAt: string }[] = data[list].edges.map(
        ({ node }: { node: unknown }) => node,
      );
      const moments = nodes.map(({ createdAt }) => createdAt);
      expect(moments).toEqual(moments.toSorted().reverse());
      expect(moments).toHaveLength(4);
    }
    const { data } = await client.send('{ jobs(first: 10) { edges { node { id } } } }');
    const listed = data.jobs.edges.map(({ node }: { node: { id: string } }) =>
      Buffer.from(node.id, 'base64').toString().slice('CanvasJob:'.length),
    );
    expect(listed).toEqual(ids);
  });
});
