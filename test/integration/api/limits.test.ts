import { once } from 'node:events';
import { connect } from 'node:net';
import type pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { change } from '../../support/canvases.ts';
import { create, progressDocument } from '../../support/jobs.ts';
import { openConnection } from '../../support/requests/sockets.ts';
import { type Answer, type Client, type System, startApiOn, test } from '../../support/system.ts';
import { clientOf, secret, tokenOf } from '../../support/tokens.ts';

const nested = (levels: number): string =>
  levels === 0 ? 'id' : `canvas { jobs(first: 1) { edges { node { ${nested(levels - 1)} } } } }`;
const ofNode = (selection: string) => `{ jobs(first: 100) { edges { node { ${selection} } } } }`;
const numbered = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const tooLarge = {
  'is too long': { document: `{ viewer { id } } # ${'x'.repeat(20_000)}`, limit: ['length', 20_000] },
  'has too many tokens': { document: `{ ${numbered(2_000, () => 'system')} }`, limit: ['tokens', 2_000] },
  'has too many aliases': {
    document: `{ ${numbered(31, (index) => `a${index}: system { demo }`)} }`,
    limit: ['aliases', 30],
  },
  'is too deep': { document: ofNode(nested(3)), limit: ['depth', 12] },
  'is too deep in its fragments': {
    document: `{ jobs { edges { node { ...A } } } }
      fragment A on CanvasJob { canvas { jobs { edges { node { ...B } } } } }
      fragment B on CanvasJob { canvas { jobs { edges { node { canvas { jobs { edges { node { id } } } } } } } } }`,
    limit: ['depth', 12],
  },
  'costs too much': {
    document: ofNode('canvas { jobs(first: 100) { edges { node { queuePosition } } } }'),
    limit: ['cost', 50_000],
  },
} as const;

/** Sessions that wait for a lock. */
async function waitingForLocks(sql: pg.ClientBase): Promise<number> {
  const { rows } = await sql.query(
    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
  );
  return rows.length;
}

/** The one answer to an operation over a WebSocket. */
async function answerOf(client: Client, document: string): Promise<Answer> {
  try {
    for await (const answer of client.follow(document)) return answer;
  } catch (errors) {
    return { data: null, errors: errors as NonNullable<Answer['errors']> };
  }
  throw new Error('there was no answer');
}

describe('an operation', () => {
  test.for(Object.entries(tooLarge))(
    'that %s is refused and told the limit, over HTTP and WebSocket',
    async ([, { document, limit }], { shared: { system } }) => {
      const [name, allowed] = limit;
      for (const { data, errors } of [
        await system.client.send(document),
        await answerOf(system.client, document),
      ]) {
        expect(data ?? null).toBeNull();
        expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: { name, allowed } } }]);
        expect(errors?.[0]?.message).toContain(String(allowed));
        expect(errors?.[0]?.extensions).not.toHaveProperty('http');
      }
    },
  );

  test('that spreads fragments exponentially is measured without walking them all', async ({
    shared: { system },
  }) => {
    const fragments = numbered(
      30,
      (index) => `fragment F${index} on CanvasJob { ...F${index + 1} a: id ...F${index + 1} }`,
    );
    const document = `{ jobs { edges { node { ...F0 } } } } ${fragments} fragment F30 on CanvasJob { id }`;
    const { errors } = await system.client.send(document);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: { name: 'cost' } } }]);
  });

  test('gets the cost of its operation', async ({ shared: { system } }) => {
    const response = await system.client.send(
      'query ($n: Int) { jobs(first: $n) { edges { node { id queuePosition } } } }',
      { n: 10 },
    );
    // The list, and ten times an edge with its node, an id, and a position, which counts 100.
    expect(response).toMatchObject({ extensions: { cost: { requested: 1 + 10 * 103, limit: 50_000 } } });
  });

  test('that is worth as much as it may be, runs', async ({ shared: { system } }) => {
    const page = ofNode('queuePosition estimatedCompletionAt canvas { objects { id zIndex } }');
    expect((await system.client.send(page)).errors).toBeUndefined();
  });

  test('cannot escape being measured by arguments that are wrong', async ({ shared: { system } }) => {
    const document = `query ($id: ID) { job(id: $id) { id } ${ofNode(nested(2)).slice(1)}`;
    const { data, errors } = await system.client.send(
      document.replace('$id: ID', '$id: ID = "x", $first: Int!'),
    );
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  test.for(['first', 'last'])(
    'for more than a page with `%s` is refused and told how much that is',
    async (name, { shared: { system } }) => {
      const { data, errors } = await system.client.send(`{ canvases(${name}: 101) { totalCount } }`);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain('100');
    },
  );
});

describe('a request', () => {
  const post = (system: System, body: BodyInit, more: RequestInit = {}) =>
    fetch(system.client.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      ...more,
    });

  test('whose body is too large is refused, with and without a content length', async ({ system }) => {
    const body = JSON.stringify({ query: '{ system { demo } }', variables: { x: 'x'.repeat(1_000_000) } });
    const said = await post(system, body);
    const chunked = await post(system, new Blob([body]).stream(), { duplex: 'half' } as RequestInit);
    expect([said.status, chunked.status]).toEqual([413, 413]);
    expect(await said.text()).toContain('too large');
  });

  test('that holds a batch is refused', async ({ system }) => {
    const response = await post(system, '[{ "query": "{ system { demo } }" }]');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('connections', () => {
  test.override({ env: { HEADERS_TIMEOUT_MS: '200', IDLE_TIMEOUT_MS: '200' } });

  /** What comes back on a connection until the server closes it. */
  async function exchange(system: System, text: string) {
    const { hostname, port } = new URL(system.client.url);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (data) => {
      received += String(data);
    });
    socket.write(text);
    await once(socket, 'close');
    return received;
  }

  test('that take too long for their headers are closed', async ({ system }) => {
    expect(await exchange(system, 'GET /health HTTP/1.1\r\nHost: localhost\r\n')).toContain(
      '408 Request Timeout',
    );
  });

  test('are closed when idle after their response', async ({ system }) => {
    expect(await exchange(system, 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n')).toContain('200 OK');
  });

  test('over which a message is sent that is too large are closed with 1009', async ({ system }) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { socket, closed } = await openConnection(system.client.url);
    socket.send(
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query: `#${'x'.repeat(100_000)}` } }),
    );
    expect(await closed).toMatchObject({ code: 1009 });
    vi.restoreAllMocks();
  });
});

describe('each user', () => {
  test.override({
    env: {
      JWT_SECRET: secret,
      MAX_CONNECTIONS_PER_USER: '3',
      MAX_SUBSCRIPTIONS_PER_USER: '2',
      MAX_MUTATIONS_PER_MINUTE: '5',
    },
  });

  test('has a limit of WebSockets; one more is refused until another is closed', async ({ system }) => {
    const open = async (user: string) =>
      openConnection(system.client.url, { authorization: `Bearer ${await tokenOf(user)}` });
    const first = await open('ada');
    for (const user of ['ada', 'ada', 'bob']) expect((await open(user)).outcome).toBe('accepted');
    expect((await open('ada')).outcome).toEqual({
      code: 1013,
      reason: 'You have 3 connections, which is the limit',
    });
    first.socket.close();
    await first.closed;
    await expect.poll(async () => (await open('ada')).outcome).toBe('accepted');
  });

  test('has so many subscriptions over both transports; those that were left count no more', async ({
    system,
  }) => {
    const ada = await clientOf(system, 'ada');
    const { id: jobId } = await create(ada, { instruction: 'watched' });
    const follow = async (over: Client['follow'], variables = { jobId }) => {
      const stream = over(progressDocument, variables);
      return { stream, first: (await stream.next().catch((error: unknown) => ({ value: { error } }))).value };
    };
    const held = [await follow(ada.follow), await follow(ada.followSse)];
    expect(held.map(({ first }) => first.data.jobProgress.sequence)).toEqual([1, 1]);

    const refusal = { code: 'RATE_LIMITED', limit: { name: 'subscriptions', allowed: 2 } };
    expect((await follow(ada.follow)).first).toMatchObject({ errors: [{ extensions: refusal }] });
    expect((await follow(ada.followSse)).first.error).toMatchObject({ response: { status: 429 } });

    for (const { stream } of held) await stream.return?.();
    for (const over of [ada.follow, ada.followSse]) {
      const { stream } = await vi.waitFor(async () => {
        const again = await follow(over);
        expect(again.first.data?.jobProgress).toMatchObject({ sequence: 1 });
        return again;
      }, 20_000);
      await stream.return?.();
    }
  });

  test('has a limit of mutations per minute over all API processes, and gets the time to wait', async ({
    system,
    database,
  }) => {
    await using other = await startApiOn(database, { JWT_SECRET: secret, MAX_MUTATIONS_PER_MINUTE: '5' });
    const token = await tokenOf('ada');
    const clients = [system.clientWith(token), other.clientWith(token)];
    const cancel = 'mutation { cancelJob(input: { jobId: "none" }) { __typename } }';
    const sendMany = (document: string, times: number) =>
      Promise.all(Array.from({ length: times }, (_, index) => (clients[index % 2] as Client).send(document)));
    const refusedOf = (answers: Answer[]) => answers.filter(({ errors }) => errors !== undefined);

    const refused = refusedOf(await sendMany(cancel, 20));
    expect(refused).toHaveLength(15);
    expect(refused[0]?.errors).toMatchObject([
      {
        extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 12, limit: { name: 'mutations', allowed: 5 } },
      },
    ]);
    expect(refused[0]?.errors?.[0]?.message).toContain('5 mutations a minute');
    // Reading is not bounded by it, and neither are others.
    expect((await (clients[0] as Client).send('{ viewer { name } }')).errors).toBeUndefined();
    expect((await (await clientOf(system, 'bob')).send(cancel)).errors).toBeUndefined();

    // Two shares of the minute go by.
    await database
      .pool()
      .query("UPDATE mutation_rate SET booked_until = booked_until - interval '24 seconds'");
    expect(refusedOf(await sendMany(cancel, 4))).toHaveLength(2);
  });

  test('pays for every mutation of a request, also in fragments', async ({ system }) => {
    const ada = await clientOf(system, 'ada');
    const three = `mutation { a: resumeQueue { __typename } ...Two }
      fragment Two on Mutation { b: resumeQueue { __typename } ... { c: resumeQueue { __typename } } }`;
    const codeOf = async (document: string) => (await ada.send(document)).errors?.[0]?.extensions.code;
    expect([await codeOf(three), await codeOf(three)]).toEqual(['FORBIDDEN', 'RATE_LIMITED']);
    expect(
      await codeOf(`mutation { ${numbered(6, (index) => `m${index}: resumeQueue { __typename }`)} }`),
    ).toBe('LIMIT_EXCEEDED');
  });

  test('learns from the header, too, when to go on', async ({ system }) => {
    const body = JSON.stringify({
      query: `mutation { ${numbered(5, (i) => `m${i}: resumeQueue { __typename }`)} }`,
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf('ada')}` };
    const send = () => fetch(system.client.url, { method: 'POST', headers, body });
    await send();
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });
});

describe('every answer over HTTP', () => {
  test.override({
    env: { JWT_SECRET: secret, MAX_QUERIES_PER_MINUTE: '4', MAX_MUTATIONS_PER_MINUTE: '3' },
  });

  const post = async (system: System, query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(system.client.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const read = (name: string) => response.headers.get(name);
    return [response.status, read('ratelimit'), read('retry-after'), read('ratelimit-policy')];
  };
  const policy = '"queries";q=4;w=60, "mutations";q=3;w=60';
  const cancel = 'cancelJob(input: { jobId: "none" }) { __typename }';
  const none = `mutation { ${cancel} }`;
  const twice = `mutation { a: ${cancel} b: ${cancel} }`;

  test('has the limits, and what is left of them for the user', async ({ system }) => {
    const ada = { authorization: `Bearer ${await tokenOf('ada')}` };
    const send = (query: string) => post(system, query, ada);
    expect(await send('{ viewer { id } }')).toEqual([200, '"queries";r=3;t=15', null, policy]);
    expect(await send(none)).toEqual([200, '"mutations";r=2;t=20', null, policy]);
    expect(await send(twice)).toEqual([200, '"mutations";r=0;t=60', null, policy]);
    expect(await send(none)).toEqual([429, '"mutations";r=0;t=60', '20', policy]);
  });

  test('has them also when the request is refused', async ({ system }) => {
    const ada = { authorization: `Bearer ${await tokenOf('ada')}` };
    expect(await post(system, '{ nonsense', ada)).toEqual([200, '"queries";r=4;t=0', null, policy]);
    expect(await post(system, '{ nonsense }', ada)).toEqual([200, '"queries";r=4;t=0', null, policy]);
    expect(await post(system, '{ viewer { id } }')).toEqual([200, null, null, policy]);
    expect(await post(system, '{ viewer { id } }', { authorization: 'Bearer x' })).toEqual([
      401,
      null,
      null,
      policy,
    ]);
    expect(await post(system, '{ viewer { id } }', { 'sec-fetch-site': 'cross-site' })).toEqual([
      403,
      null,
      null,
      policy,
    ]);
  });

  test('has them also when it is a stream of events', async ({ system }) => {
    const token = await tokenOf('ada');
    const { id } = await create(system.clientWith(token), { instruction: 'watched' });
    const response = await fetch(system.client.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query: progressDocument, variables: { jobId: id } }),
    });
    expect(response.headers.get('ratelimit')).toBe('"queries";r=3;t=15');
    await response.body?.cancel();
  });
});

describe('the operations of one user', () => {
  test.override({
    env: { JWT_SECRET: secret, MAX_CONCURRENT_OPERATIONS_PER_USER: '1' },
  });

  const query = '{ viewer { name } }';
  const waitOptions = { timeout: 20_000 };

  test('run so many at once over both transports; the others wait, and beyond that are refused', async ({
    system,
    database,
  }) => {
    const [ada, bob] = [await clientOf(system, 'ada'), await clientOf(system, 'bob')];
    const { canvasId } = await create(ada, { instruction: 'waits' });
    const client = await database.pool().connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM canvas FOR UPDATE');
    const rename = change(ada, 'renameCanvas', { canvasId, title: 'New' });
    await vi.waitFor(async () => expect(await waitingForLocks(client)).toBe(1), waitOptions);

    const refused: Answer[] = [];
    const answered: Answer[] = [];
    const ask = async (answer: Promise<Answer>) => {
      const settled = await answer;
      (settled.errors ? refused : answered).push(settled);
    };
    const asked = [ask(answerOf(ada, query)), ...Array.from({ length: 109 }, () => ask(ada.send(query)))];
    await vi.waitFor(() => expect(refused).toHaveLength(10), waitOptions);
    for (const { errors } of refused) {
      const limit = { name: 'operations', allowed: 1 };
      expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1, limit } }]);
    }
    expect((await bob.send(query)).errors).toBeUndefined();
    expect(answered).toEqual([]);

    await client.query('ROLLBACK');
    client.release();
    expect((await rename).__typename).toBe('RenameCanvasSuccess');
    await Promise.all(asked);
    expect([answered.length, refused.length]).toEqual([100, 10]);
  });
});

describe('the queries of one user', () => {
  test.override({ env: { JWT_SECRET: secret, MAX_QUERIES_PER_MINUTE: '5' } });

  test('are limited per minute over both transports, and an excess one is refused with the time to wait', async ({
    system,
  }) => {
    const query = '{ viewer { name } }';
    const ada = await clientOf(system, 'ada');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ada.send(query)));
    const refused = answers.filter(({ errors }) => errors !== undefined);
    expect(refused).toHaveLength(15);
    for (const { errors } of [...refused, await answerOf(ada, query)]) {
      const limit = { name: 'queries', allowed: 5 };
      expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit } }]);
      expect(errors?.[0]?.message).toMatch(/^You may send 5 queries a minute. Try again in \d+ s\.$/);
    }
    const { errors } = await ada.send('mutation { cancelJob(input: { jobId: "none" }) { __typename } }');
    expect(errors).toBeUndefined();
    expect((await (await clientOf(system, 'bob')).send(query)).errors).toBeUndefined();
  });
});
