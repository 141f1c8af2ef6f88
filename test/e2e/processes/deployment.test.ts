import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { claimPort } from '../../../tools/launch/ports.ts';
import { create, history, readJob, watchSse } from '../../support/jobs.ts';
import { layOutImage } from '../../support/processes/imageTree.ts';
import { lacksNginx, startNginx } from '../../support/processes/nginx.ts';
import { startProductionApi, startProductionWorker } from '../../support/processes/serverProcess.ts';
import { exchangeRaw, statusOf } from '../../support/requests/rawHttp.ts';
import { test as base, type TestDatabase } from '../../support/setup/database.ts';
import { clientOf } from '../../support/system.ts';
import { secret, tokenOf } from '../../support/tokens.ts';

const run = promisify(execFile);

/** Tests with an empty database, as a managed PostgreSQL gives it. */
const test = base.extend<{ emptyUrl: string }>({
  emptyUrl: async ({ database }, use) => {
    const { name, url } = emptyBeside(database);
    await database.pool().query(`CREATE DATABASE ${name}`);
    await use(url);
    await database.pool().query(`DROP DATABASE ${name} WITH (FORCE)`);
  },
});

function emptyBeside({ url: beside }: TestDatabase) {
  const url = new URL(beside);
  url.pathname += '_empty';
  return { name: url.pathname.slice(1), url: url.href };
}

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((path) => !path.startsWith('node_modules')).sort();

describe.skipIf(lacksNginx)('the files of the image', () => {
  test('migrate a database, and run jobs with two APIs behind nginx and two workers in production', async ({
    emptyUrl,
  }) => {
    await using image = await layOutImage();
    const files = await filesOf(image.folder);
    const migrate = (env: Record<string, string>) =>
      run(process.execPath, ['tools/migrations/migrate.main.ts'], { cwd: image.folder, env });
    await expect(migrate({})).rejects.toMatchObject({
      stderr: expect.stringMatching(/^DATABASE_URL is not set/),
    });
    expect((await migrate({ DATABASE_URL: emptyUrl })).stdout).toMatch(/^Applied 0001_init/);

    const env = { DATABASE_URL: emptyUrl, JWT_SECRET: secret, LOG_LEVEL: 'warn' };
    await using started = new AsyncDisposableStack();
    const api = async () => started.use(await startProductionApi(image.folder, env));
    const worker = async () => started.use(await startProductionWorker(image.folder, env));
    const [first, second] = await Promise.all([api(), api(), worker(), worker()]);
    const place = { host: '127.0.0.1', port: 0, hostVariable: 'HOST', portVariable: 'PORT' };
    const proxy = await claimPort(place);
    const configuration = readFile(new URL('../../../deploy/nginx.conf', import.meta.url), 'utf8');
    await using nginx = await startNginx({ proxy, apis: [first.port, second.port] }, configuration);
    const origin = `http://127.0.0.1:${proxy}`;

    const page = await fetch(origin);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>')]);
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
    const detour = 'GET /x\\..\\metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';
    expect(statusOf(await exchangeRaw(proxy, detour))).toBe(400);
    const { errors } = await clientOf(origin).send('{ jobs(first: 1) { nodes { id } } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

    const client = clientOf(origin, await tokenOf('ada'));
    const mermaid = await create(client, { instruction: 'flowchart TD\n  A[Sign up] --> B[Confirm]' });
    expect((await history(client, mermaid.id)).at(-1)).toMatchObject({ __typename: 'JobCompleted' });
    const flow = await create(client, { instruction: 'onboarding flow with six steps' });
    expect((await Array.fromAsync(watchSse(client, flow.id))).at(-1)).toMatchObject({
      __typename: 'JobCompleted',
    });
    for (const { id } of [mermaid, flow]) {
      expect(await readJob(client, id)).toMatchObject({ status: 'COMPLETED', error: null });
    }
    expect(await nginx.errors()).toBe('');
    // Its file system may be read-only.
    expect(await filesOf(image.folder)).toEqual(files);
  });
});
