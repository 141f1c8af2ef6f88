import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect } from 'vitest';
import { urlOf } from '../../../src/service/http/httpServer.ts';
import { test } from '../../support/setup/database.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs a service until it ends. `env` is all of its environment. */
async function run(file: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, file)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stderr, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit'),
    child.stdout.resume() && undefined,
  ]);
  return { code, stderr };
}

describe.each([
  ['the API', 'src/api/main.ts', 'PORT'],
  ['a worker', 'worker/main.ts', 'WORKER_PORT'],
] as const)('%s that cannot start ends with exit code 1 and one line', (_name, file, portVariable) => {
  test('for a port that is in use', async ({ database }) => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port, host } = new URL(urlOf(server));
    try {
      const env = { DATABASE_URL: database.url, LOG_LEVEL: 'silent', [portVariable]: port };
      expect(await run(file, env)).toEqual({
        code: 1,
        stderr: `${host} is in use. Stop what uses it, or set PORT, WORKER_PORT, METRICS_PORT or WORKER_METRICS_PORT to another.\n`,
      });
    } finally {
      server.close();
    }
  });

  test('for a wrong password', async ({ database }) => {
    const url = new URL(database.url);
    url.password = 'sesame';
    const env = { DATABASE_URL: url.href, LOG_LEVEL: 'silent', [portVariable]: '0' };
    expect(await run(file, env)).toEqual({
      code: 1,
      stderr: `The database at ${url.host}${url.pathname} (DATABASE_URL) can't be used: the password is wrong.\n`,
    });
  });

  test('for each variable that is wrong', async () => {
    const env = { DATABASE_URL: 'postgres://localhost/db', PORT: 'abc', GRAPHIQL: 'maybe' };
    expect(await run(file, env)).toEqual({
      code: 1,
      stderr:
        'PORT must be a number from 0 to 65535, not "abc".\nGRAPHIQL must be true or false, not "maybe".\n',
    });
  });
});
