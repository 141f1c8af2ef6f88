import fc from 'fast-check';
import { test as base, describe, expect } from 'vitest';
import {
  type ServerProcess,
  startApiProcess,
  startDevWebServer,
  startWorkerServer,
} from '../../support/processes/serverProcess.ts';
import { exchangeRaw, statusOf } from '../../support/requests/rawHttp.ts';
import { rawRequest } from '../../support/requests/rawRequests.ts';
import { createTestDatabase } from '../../support/setup/database.ts';

/** At the same time, so that thousands of requests take seconds. */
const together = 50;
const count = 1_000;

const test = base.extend<{ servers: Record<'api' | 'worker' | 'web', ServerProcess> }>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
    async ({}, use) => {
      const database = await createTestDatabase();
      const [api, worker] = await Promise.all([
        startApiProcess(database.url),
        startWorkerServer(database.url),
      ]);
      const web = await startDevWebServer(api.origin);
      await use({ api, worker, web });
      await Promise.all([web, worker, api].map((server) => server[Symbol.asyncDispose]()));
      await database.drop();
    },
    { scope: 'file' },
  ],
});

/** Request targets that no URL parser takes, or that parsers disagree about. */
const badTargets = ['//', '//[', '///', '/\\', '/\\[', 'http://', 'http://[', 'https://:x/', 'x', '*', '?'];

const upgradeHeaders =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const host = 'Host: 127.0.0.1\r\n';

/** How the process ended, with its last words; null while it runs. */
const endOf = ({ ended, output }: ServerProcess) =>
  ended() === null ? null : `${ended()}: ${output().slice(-2_000)}`;

async function expectToRun(server: ServerProcess, upPath: string) {
  expect(endOf(server)).toBeNull();
  expect((await fetch(`${server.origin}${upPath}`)).status).toBe(200);
}

describe('a request target that is no path', () => {
  test('is answered with 400 by API and worker, also on an upgrade', async ({ servers: { api, worker } }) => {
    for (const target of badTargets) {
      for (const [server, more] of [
        [api, ''],
        [api, upgradeHeaders],
        [worker, ''],
        [worker, upgradeHeaders],
      ] as const) {
        const answer = await exchangeRaw(server.port, `GET ${target} HTTP/1.1\r\n${host}${more}\r\n`);
        expect([target, more, statusOf(answer), server.ended()]).toEqual([target, more, 400, null]);
      }
    }
  });
});

describe('a refused upgrade', () => {
  test.for([
    ['of an unknown path', `GET /x HTTP/1.1\r\n${host}${upgradeHeaders}\r\n`, 404],
    [
      'by a page of another origin',
      `GET /graphql HTTP/1.1\r\n${host}${upgradeHeaders}Origin: http://elsewhere.example\r\n\r\n`,
      403,
    ],
  ] as const)('%s, followed by a reset, leaves the API running', async ([, bytes, status], { servers }) => {
    const { api } = servers;
    for (let index = 0; index < 20; index += 1) {
      expect(statusOf(await exchangeRaw(api.port, bytes))).toBe(status);
      await exchangeRaw(api.port, bytes, { ending: 'reset', answered: index % 2 === 0 });
      await exchangeRaw(api.port, bytes + 'x'.repeat(100_000), {
        ending: 'reset',
        answered: index % 2 === 0,
      });
    }
    await expectToRun(api, '/health');
  });

  test('does not leave a half-open connection behind', async ({ servers: { api } }) => {
    const answer = await exchangeRaw(api.port, `GET /x HTTP/1.1\r\n${host}${upgradeHeaders}\r\n`, {
      ending: 'finish',
    });
    expect(statusOf(answer)).toBe(404);
  });
});

describe(`${count} random requests and upgrades to each server`, () => {
  test('get no answer of a defect, and end no process', async ({ servers }) => {
    const { api, worker, web } = servers;
    const requests = fc.sample(rawRequest, { seed: 20_261_125, numRuns: count });
    for (let sent = 0; sent < count; sent += together) {
      const batch = requests.slice(sent, sent + together);
      await Promise.all(
        [api, worker, web].flatMap((server) =>
          batch.map(async ({ text, ...leaving }) => {
            const status = statusOf(await exchangeRaw(server.port, text, { ...leaving, waitMs: 200 }));
            if (server !== web) expect([text, status]).not.toEqual([text, 500]);
            expect([text, endOf(server)]).toEqual([text, null]);
          }),
        ),
      );
    }
    await expectToRun(api, '/health');
    await expectToRun(worker, '/health');
    await expectToRun(web, '/');
    // Nor is anything logged that an operator would have to look into.
    for (const { output } of [api, worker]) {
      expect(
        output()
          .split('\n')
          .filter((line) => line !== '' && !line.includes('"level":"info"')),
      ).toEqual([]);
    }
  }, 60_000);
});
