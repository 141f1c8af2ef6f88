import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Api, startApi } from '../../src/api/startApi.ts';
import { readConfig } from '../../src/config.ts';
import { createLogger, type Logger } from '../../src/log.ts';
import type { RunningService } from '../../src/service/runService.ts';
import { startWorker } from '../../worker/startWorker.ts';
import { type ModelServer, startModelServer } from './model/modelServer.ts';
import { createTestDatabase, test as databaseTest, type TestDatabase } from './setup/database.ts';

type Variables = Record<string, unknown>;

/** The answer to an operation, as it came. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape, and fail when it is not as expected
export type Answer = { data: any; errors?: { message: string; extensions: { code: string } }[] };

/** An API service, and what a client does with it. */
export type Client = {
  url: string;
  /** Sends an operation over HTTP. */
  send(document: string, variables?: Variables): Promise<Answer>;
  /** Follows a subscription over a WebSocket, until it completes. */
  follow(document: string, variables?: Variables): AsyncIterableIterator<Answer>;
  /** Follows a subscription over server-sent events, until it completes. */
  followSse(document: string, variables?: Variables): AsyncIterableIterator<Answer>;
};

/** A whole installation on a database of the test's own: one API, and as many workers as are started. */
export type System = {
  api: Api;
  client: Client;
  /** A client with a token. */
  clientWith(token: string): Client;
  /** Starts another API, on a port of its choice unless one is given. */
  startApi(port?: string): Promise<Api>;
  startWorker(env?: Record<string, string>): Promise<Worker>;
};

export type Worker = { stop(): Promise<void>; service: RunningService };

/** Retries and stops without the waits that people would get. */
const quick = {
  RETRY_FIRST_DELAY_MS: '10',
  RETRY_BACKOFF_BASE_MS: '20',
  RETRY_BACKOFF_MAX_MS: '40',
  SHUTDOWN_GRACE_MS: '500',
  DRAIN_NOTICE_MS: '0',
  DRAIN_TIMEOUT_MS: '0',
};

export function environment(database: TestDatabase, env: Record<string, string>) {
  return readConfig({
    DATABASE_URL: database.url,
    PORT: '0',
    WORKER_PORT: '0',
    LOG_LEVEL: 'silent',
    ...quick,
    ...env,
  });
}

/** A system that the tests of a file share, with its model and database. */
type Shared = { system: System; model: ModelServer; database: TestDatabase };

type Fixtures = {
  env: Record<string, string>;
  model: ModelServer;
  system: System;
  sharedEnv: Record<string, string>;
  shared: Shared;
};

/**
 * Tests with `model`, a model played by the test, and `system`, which asks it. `env` adds to the environment.
 * `shared` is for tests that do not mind what others of their file leave in the database: a system of a test's own takes
 * 0.1 to 0.2 s of CPU time. `sharedEnv` adds to its environment.
 */
export const test = databaseTest.extend<Fixtures>({
  env: {},
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  model: async ({}, use) => {
    const model = await startModelServer();
    await use(model);
    await model.stop();
  },
  system: async ({ database, model, env }, use) => {
    await useSystem(database, { OPENAI_BASE_URL: model.baseUrl, ...env }, use);
  },
  sharedEnv: [{}, { scope: 'file' }],
  shared: [
    async ({ sharedEnv }, use) => {
      const [database, model] = [await createTestDatabase(), await startModelServer()];
      const env = { OPENAI_BASE_URL: model.baseUrl, ...sharedEnv };
      await useSystem(database, env, (system) => use({ system, model, database }));
      await model.stop();
      await database.drop();
    },
    { scope: 'file' },
  ],
});

/** Starts a system, and stops everything of it after its use. */
async function useSystem(
  database: TestDatabase,
  env: Record<string, string>,
  use: (system: System) => Promise<void>,
): Promise<void> {
  const running = new Set<() => Promise<void>>();
  const serve = async (port = '0') => {
    const config = environment(database, { ...env, PORT: port });
    const api = await startApi(config, database.url, createLogger('api', 'silent'));
    const stop: Api['stop'] = async (options) => {
      if (running.delete(stop)) await api.stop(options);
    };
    running.add(stop);
    return { ...api, stop };
  };
  const api = await serve();
  await use({
    api,
    startApi: serve,
    client: clientOf(api.url),
    clientWith: (token) => clientOf(api.url, token),
    async startWorker(more = {}) {
      const config = environment(database, { ...env, ...more });
      const service = await startWorker(config, database.url, createLogger('worker', 'silent'));
      const stop = async () => {
        if (running.delete(stop)) await service.stop({ hurry: new AbortController().signal });
      };
      running.add(stop);
      return { stop, service };
    },
  });
  await Promise.all([...running].map((stop) => stop()));
}

/** Another API on the same database; it ends with the test. */
export async function startApiOn(
  database: TestDatabase,
  env: Record<string, string> = {},
  log: Logger = createLogger('api', 'silent'),
) {
  const api = await startApi(environment(database, env), database.url, log);
  return {
    endpoint: `${api.url}/graphql`,
    clientWith: (token: string) => clientOf(api.url, token),
    [Symbol.asyncDispose]: () => api.stop(),
  };
}

/** A client of the API at that address. */
export function clientOf(url: string, token?: string): Client {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const endpoint = `${url}/graphql`;
  return {
    url: endpoint,
    async send(query, variables = {}) {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    follow(query, variables = {}) {
      const client = createWsClient({
        url: endpoint.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: headers,
        retryAttempts: 0,
      });
      return client.iterate({ query, variables }) as AsyncIterableIterator<Answer>;
    },
    followSse(query, variables = {}) {
      const client = createSseClient({ url: endpoint, headers, retryAttempts: 0 });
      return client.iterate({ query, variables }) as AsyncIterableIterator<Answer>;
    },
  };
}
