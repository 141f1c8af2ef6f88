import pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { change } from '../../support/canvases.ts';
import { create } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const lists = {
  canvases: `query ($filter: CanvasFilter, $scope: CanvasScope, $orderBy: CanvasOrder, $first: Int, $after: String) {
    page: canvases(filter: $filter, scope: $scope, orderBy: $orderBy, first: $first, after: $after) {
      totalCount nodes { id title } pageInfo { endCursor hasNextPage }
    }
  }`,
  jobs: `query ($filter: JobFilter, $scope: JobScope, $orderBy: JobOrder, $first: Int, $after: String) {
    page: jobs(filter: $filter, scope: $scope, orderBy: $orderBy, first: $first, after: $after) {
      totalCount nodes { id title: instruction } pageInfo { endCursor hasNextPage }
    }
  }`,
};
type List = keyof typeof lists;
type Page = {
  totalCount: number;
  nodes: { id: string; title: string }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
};

async function readList(client: Client, list: List, variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await client.send(lists[list], variables);
  expect(errors).toBeUndefined();
  return data.page;
}

/** Titles on all pages, read in pages of two. */
async function titlesOf(client: Client, list: List, variables: Record<string, unknown> = {}) {
  const titles: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, pageInfo } = await readList(client, list, { ...variables, first: 2, after });
    titles.push(...nodes.map(({ title }) => title));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return titles;
}

const letters = ['a', 'b', 'c', 'd', 'e'];

/** Jobs a to e. They are finished in the order b, d, a; c and e wait. */
async function createJobs(client: Client) {
  const jobs = new Map<string, { id: string; canvasId: string }>();
  for (const letter of letters) jobs.set(letter, await create(client, { instruction: letter }));
  for (const letter of ['b', 'd', 'a']) {
    await client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', {
      id: jobs.get(letter)?.id,
    });
  }
  return jobs;
}

describe('jobs', () => {
  test.for([
    ['CREATED_AT_DESC', 'edcba'],
    ['CREATED_AT_ASC', 'abcde'],
    ['FINISHED_AT_DESC', 'adb'],
    ['FINISHED_AT_ASC', 'bda'],
  ])('are read in pages in the order %s', async ([orderBy, expected], { system: { client } }) => {
    await createJobs(client);
    expect((await titlesOf(client, 'jobs', { orderBy })).join('')).toBe(expected);
    expect((await readList(client, 'jobs', { orderBy })).totalCount).toBe(expected?.length);
  });

  test('are found by priority and planner', async ({ system: { client }, database }) => {
    await create(client, { instruction: 'low', priority: 'LOW' });
    await create(client, { instruction: 'high', priority: 'HIGH' });
    await create(client, { instruction: 'normal' });
    await database.pool().query("UPDATE canvas_job SET planner = 'sketcher' WHERE instruction = 'low'");
    const found = async (filter: object) => titlesOf(client, 'jobs', { filter });
    expect(await found({ priority: ['LOW', 'HIGH'] })).toEqual(['high', 'low']);
    expect(await found({ planner: ['sketcher'] })).toEqual(['low']);
  });
});

describe('canvases', () => {
  test.for([
    ['CREATED_AT_DESC', 'edcba'],
    ['CREATED_AT_ASC', 'abcde'],
    ['UPDATED_AT_DESC', 'bedca'],
    ['UPDATED_AT_ASC', 'acdeb'],
  ])('are read in pages in the order %s', async ([orderBy, expected], { system: { client } }) => {
    const jobs = new Map<string, string>();
    for (const letter of letters) {
      jobs.set(letter, (await create(client, { instruction: letter })).canvasId);
    }
    const shape = { id: crypto.randomUUID(), x: 0, y: 0, width: 100, height: 100 };
    await change(client, 'updateCanvasObjects', {
      canvasId: jobs.get('b'),
      baseVersionNumber: 0,
      add: [{ shape }],
    });
    expect((await titlesOf(client, 'canvases', { orderBy })).join('')).toBe(expected);
  });

  test('are found by a part of the title, and by when they were created and updated', async ({
    system: { client },
    database,
  }) => {
    for (const instruction of ['100% Launch', '100 launches', 'Retro']) await create(client, { instruction });
    await database
      .pool()
      .query(
        "UPDATE canvas SET created_at = now() - interval '2 days', updated_at = now() - interval '1 day' WHERE title = 'Retro'",
      );
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const found = async (filter: object) => (await titlesOf(client, 'canvases', { filter })).sort();
    expect(await found({ text: 'LAUNCH' })).toEqual(['100 launches', '100% Launch']);
    expect(await found({ text: '100%' })).toEqual(['100% Launch']);
    expect(await found({ text: 'a\u0000' })).toEqual([]);
    expect(await found({ createdBefore: ago(36) })).toEqual(['Retro']);
    expect(await found({ createdAfter: ago(36) })).toEqual(['100 launches', '100% Launch']);
    expect(await found({ updatedBefore: ago(12), updatedAfter: ago(36) })).toEqual(['Retro']);
  });
});

test.for([
  ['jobs', 'CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ['jobs', 'CREATED_AT_DESC', 'FINISHED_AT_DESC'],
  ['canvases', 'UPDATED_AT_DESC', 'CREATED_AT_DESC'],
] as const)(
  'a cursor of %s in the order %s is refused in the order %s',
  async ([list, one, other], { system: { client } }) => {
    await createJobs(client);
    const { pageInfo } = await readList(client, list, { orderBy: one, first: 1 });
    const { errors } = await client.send(lists[list], { orderBy: other, after: pageInfo.endCursor });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('in the same order');
  },
);

describe('with users, canvases', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test("are everyone's for operators with scope ALL, and for nobody else", async ({ system }) => {
    const [ada, bob, operator] = await Promise.all([
      clientOf(system, 'ada'),
      clientOf(system, 'bob'),
      clientOf(system, 'operator', 'ops'),
    ]);
    await create(ada, { instruction: 'of ada' });
    await create(bob, { instruction: 'of bob' });
    expect(await titlesOf(ada, 'canvases')).toEqual(['of ada']);
    const refused = await ada.send(lists.canvases, { scope: 'ALL' });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await titlesOf(operator, 'canvases')).toEqual([]);
    expect(await titlesOf(operator, 'canvases', { scope: 'ALL' })).toEqual(['of bob', 'of ada']);
    const userId = (await bob.send('{ viewer { id } }')).data.viewer.id;
    expect(await titlesOf(operator, 'canvases', { scope: 'ALL', filter: { userId } })).toEqual(['of bob']);
  });
});

describe('with 20,000 rows, a page', () => {
  test.override({ env: { JWT_SECRET: secret } });

  /** Canvases with a finished job each, of two users by turns. */
  async function fill(pool: pg.Pool) {
    await pool.query(`
      WITH canvas AS (
        INSERT INTO canvas (id, owner_id, title, version, renamed_at, created_at, updated_at)
        SELECT gen_random_uuid(), owner.id, 'canvas ' || number, 0, now(), now() - number * interval '1 second',
               now() - (number * 7919 % 20000) * interval '1 second'
        FROM generate_series(1, 20000) AS number
        JOIN (SELECT id, row_number() OVER () % 2 AS turn FROM app_user WHERE subject IN ('ada', 'bob')) owner
          ON owner.turn = number % 2
        RETURNING id, owner_id, title, created_at, updated_at
      )
      INSERT INTO canvas_job (id, owner_id, canvas_id, type, status, phase, instruction, input_hash, max_attempts,
                              created_at, finished_at)
      SELECT gen_random_uuid(), owner_id, id, 'CREATE_CANVAS', 'CANCELLED', 'DONE', title, '', 1, created_at, updated_at
      FROM canvas`);
    await pool.query('VACUUM ANALYZE canvas, canvas_job');
  }

  type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
  const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

  /** The nodes of the plans of all statements that read the list while `work` runs. */
  async function plansOf(pool: pg.Pool, list: List, work: () => Promise<unknown>): Promise<Plan[]> {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await work();
    const table = list === 'jobs' ? 'canvas_job' : 'canvas';
    const statements = query.mock.calls
      .map(([given, values]) => ({ ...(given as unknown as pg.QueryConfig), given: values }))
      .filter(({ text }) => text?.includes(`FROM "public"."${table}"`));
    query.mockRestore();
    expect(statements.length).toBeGreaterThan(0);
    const plans: Plan[] = [];
    for (const { text, values, given } of statements) {
      const { rows } = await pool.query(`EXPLAIN (FORMAT JSON) ${text}`, values ?? (given as unknown[]));
      plans.push(...nodesOf(rows[0]['QUERY PLAN'][0].Plan));
    }
    return plans;
  }

  test('is read by an index in every order and scope, also from the middle', async ({ system, database }) => {
    const pool = database.pool();
    const ada = await clientOf(system, 'ada');
    const operator = await clientOf(system, 'operator', 'ops');
    for (const client of [ada, await clientOf(system, 'bob')]) await client.send('{ viewer { id } }');
    await fill(pool);
    const orders = {
      canvases: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'UPDATED_AT_DESC', 'UPDATED_AT_ASC'],
      jobs: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'FINISHED_AT_DESC', 'FINISHED_AT_ASC'],
    };
    const page = (list: List) => lists[list].replace('totalCount', '');
    for (const list of ['canvases', 'jobs'] as const) {
      for (const [client, scope] of [
        [ada, 'MINE'],
        [operator, 'ALL'],
      ] as const) {
        for (const orderBy of orders[list]) {
          const send = async (first: number, after: string | null) =>
            (await client.send(page(list), { scope, orderBy, first, after })).data.page.pageInfo.endCursor;
          let after: string | null = null;
          for (let index = 0; index < 3; index += 1) after = await send(100, after);
          const plans = await plansOf(pool, list, () => send(20, after));
          const slow = plans.filter((node) => ['Seq Scan', 'Sort'].includes(node['Node Type']));
          expect(slow, `${list} ${scope} ${orderBy}`).toEqual([]);
        }
      }
    }
    const variables = { scope: 'ALL', filter: { text: 'canvas 17777' } };
    const plans = await plansOf(pool, 'canvases', () => operator.send(page('canvases'), variables));
    expect(plans.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });
});
