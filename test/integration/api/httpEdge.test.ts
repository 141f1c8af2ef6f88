import { describe, expect } from 'vitest';
import { startWorkerServer } from '../../support/processes/serverProcess.ts';
import { exchangeRaw, statusOf } from '../../support/requests/rawHttp.ts';
import { type System, test } from '../../support/system.ts';
import { secret, tokenOf } from '../../support/tokens.ts';

const query = '/graphql?query=%7Bsystem%7Bdemo%7D%7D';
const upgradeHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

/** The status of a GET with these headers only. */
async function get(port: number, target: string, headers: Record<string, string | undefined>) {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}\r\n`,
  );
  return statusOf(await exchangeRaw(port, `GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`));
}

const portOf = ({ api }: System) => Number(new URL(api.url).port);
const routes = [query, '/health', '/ready', '/metrics', '/', '/c/x', '/assets/x.js'];

describe('in demo mode', () => {
  test('only names of this machine are served, on every route and upgrade', async ({ system }) => {
    const port = portOf(system);
    for (const host of [
      'localhost',
      'LOCALHOST:80',
      '127.0.0.1',
      `127.1.2.3:${port}`,
      '[::1]',
      `[::1]:${port}`,
    ]) {
      expect([host, await get(port, query, { host })]).toEqual([host, 200]);
      expect([host, await get(port, '/graphql', { host, ...upgradeHeaders })]).toEqual([host, 101]);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      '10.0.0.1',
      '[::2]',
    ]) {
      for (const route of routes)
        expect([host, route, await get(port, route, { host })]).toEqual([host, route, 403]);
      expect([host, await get(port, '/graphql', { host, ...upgradeHeaders })]).toEqual([host, 403]);
    }
    // The host of the target counts, and the header too.
    expect(await get(port, `http://evil.example${query}`, { host: 'localhost' })).toBe(403);
    expect(await get(port, `http://localhost${query}`, { host: 'evil.example' })).toBe(403);
    expect(await get(port, `http://localhost${query}`, { host: 'localhost' })).toBe(200);
  });

  test('the port of the worker is as closed', async ({ database }) => {
    await using worker = await startWorkerServer(database.url);
    for (const route of ['/health', '/ready', '/metrics', '/']) {
      expect(await get(worker.port, route, { host: 'evil.example' })).toBe(403);
    }
    expect(await get(worker.port, '/health', { host: 'localhost' })).toBe(200);
  });

  test('the port of the worker is read only', async ({ database }) => {
    await using worker = await startWorkerServer(database.url);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await fetch(`http://127.0.0.1:${worker.port}/health`, { method });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
    }
    const head = await fetch(`http://127.0.0.1:${worker.port}/health`, { method: 'HEAD' });
    expect(head.status).toBe(200);
  });

  describe('with ALLOWED_HOSTS', () => {
    test.override({ env: { ALLOWED_HOSTS: 'canvas.test, other.test' } });

    test('the names in it are served, too', async ({ system }) => {
      expect(await get(portOf(system), query, { host: 'Canvas.test:4000' })).toBe(200);
      expect(await get(portOf(system), query, { host: 'localhost' })).toBe(200);
      expect(await get(portOf(system), query, { host: 'x.canvas.test' })).toBe(403);
    });
  });
});

describe('with authentication', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('every host is served', async ({ system }) => {
    expect(await get(portOf(system), query, { host: 'canvas.example' })).toBe(200);
  });

  describe('and ALLOWED_HOSTS', () => {
    test.override({ env: { JWT_SECRET: secret, ALLOWED_HOSTS: 'canvas.example' } });

    test('others are refused, except to probes, which go by address', async ({ system }) => {
      const port = portOf(system);
      expect(await get(port, query, { host: 'canvas.example' })).toBe(200);
      for (const route of [query, '/', '/c/x'])
        expect(await get(port, route, { host: 'evil.example' })).toBe(403);
      expect(await get(port, '/graphql', { host: 'evil.example', ...upgradeHeaders })).toBe(403);
      for (const route of ['/health', '/ready', '/metrics'])
        expect(await get(port, route, { host: '10.1.2.3:4000' })).not.toBe(403);
    });
  });
});

describe('a GET by a page of another site', () => {
  test.for<[what: string, headers: Record<string, string>]>([
    ['a fetch', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'http://evil.example' }],
    ['a neighbouring port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['an EventSource', { 'sec-fetch-site': 'cross-site', accept: 'text/event-stream' }],
    ['a script of a browser without Sec-Fetch-Site', { referer: 'http://evil.example/page' }],
    [
      'an EventSource of a browser without Sec-Fetch-Site',
      { origin: 'http://evil.example', accept: 'text/event-stream' },
    ],
    [
      'a link to a query',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        accept: '*/*',
      },
    ],
    [
      'a frame with GraphiQL',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
        accept: 'text/html',
      },
    ],
  ])('is refused: %s', async ([, headers], { shared: { system } }) => {
    expect(await get(portOf(system), query, { host: 'localhost', ...headers })).toBe(403);
  });

  test.for<[what: string, headers: Record<string, string>]>([
    ['a program', {}],
    ['a page of this origin', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }],
    ['an EventSource of this origin', { 'sec-fetch-site': 'same-origin', accept: 'text/event-stream' }],
    ['a script of this origin in an old browser', { referer: 'http://localhost/c/x' }],
    ['the address bar', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', accept: 'text/html' }],
    [
      'a link to GraphiQL',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        accept: 'text/html',
      },
    ],
  ])('is not what %s is', async ([, headers], { shared: { system } }) => {
    expect(await get(portOf(system), query, { host: 'localhost', ...headers })).toBe(200);
  });
});

describe('files whose names begin with a dot', () => {
  const names = [
    '/.trusted-documents.json',
    '/%2etrusted-documents.json',
    '/assets/../.trusted-documents.json',
    '/.git/config',
    '/x/.env',
  ];
  for (const NODE_ENV of ['development', 'production']) {
    describe(`in ${NODE_ENV}`, () => {
      test.override({ env: { NODE_ENV, JWT_SECRET: secret } });

      test('are not served', async ({ system }) => {
        for (const name of names) {
          expect([name, await get(portOf(system), name, { host: 'localhost' })]).toEqual([name, 404]);
        }
      });
    });
  }
});

describe('a request that cannot be read', () => {
  const send = (system: System, init: RequestInit, search = '') =>
    fetch(`${system.client.url}${search}`, { method: 'POST', ...init });

  test('without a content type is answered with 415 and the type to send', async ({ shared: { system } }) => {
    // Bytes: a text would get a content type.
    const body = new TextEncoder().encode('{"query":"{system{demo}}"}');
    for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-type': 'image/png' }]) {
      const response = await send(system, { body, headers });
      expect(response.status).toBe(415);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.stringMatching(/Content-Type.*application\/json/),
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
    }
  });

  test('for variables that are no JSON is answered with 400, in a query string and in a form', async ({
    shared: { system },
  }) => {
    const parameters = new URLSearchParams({ query: '{system{demo}}', variables: '[' });
    const answers = [
      await fetch(`${system.client.url}?${parameters}`),
      await send(system, { body: parameters }),
      await fetch(`${system.client.url}?query=%7Bsystem%7Bdemo%7D%7D&extensions=%7B`),
    ];
    for (const response of answers) {
      expect(response.status).toBe(400);
      expect((await response.json()).errors[0]).toMatchObject({
        message: expect.stringContaining('JSON'),
        extensions: { code: 'BAD_REQUEST' },
      });
    }
  });

  test('for a body that is no JSON is answered with 400 and the reason', async ({ shared: { system } }) => {
    const headers = { 'content-type': 'application/json' };
    for (const [body, reason] of [
      ['not json', /^Unexpected token 'o'$/],
      ['{"query":', /^Unexpected end of JSON input$/],
      [`{"query":"${'x'.repeat(1_000)}" oops}`, /^Expected ',' or '}' .* at position \d+ [^"]*$/],
    ] as const) {
      const response = await send(system, { body, headers });
      expect(response.status).toBe(400);
      const { errors } = await response.json();
      expect(errors).toEqual([{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }]);
      expect(errors[0].message.replace(/^The request body is not valid JSON: (.*)\.$/, '$1')).toMatch(reason);
    }
  });
});

describe('a good token', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('accepts nothing from a page of another site', async ({ system }) => {
    const authorization = `Bearer ${await tokenOf('ada')}`;
    const headers = { host: 'localhost', authorization, 'sec-fetch-site': 'cross-site' };
    expect(await get(portOf(system), query, headers)).toBe(403);
  });
});
