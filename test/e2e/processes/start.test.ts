import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, describe, expect } from 'vitest';
import type { SupervisorReport } from '../../../src/service/supervisor.ts';

const root = join(import.meta.dirname, '../../..');

type Launch = (command: string, args: string[]) => ChildProcess & { output(): string };

/** Starts `npm start`, or its program, on a data folder of its own. */
const test = base.extend<{ dataDir: string; launch: Launch }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-start-'));
    await use(dataDir);
    await expect.poll(() => processesOf(dataDir), { timeout: 30_000 }).toEqual([]);
    await rm(dataDir, { recursive: true, force: true });
  },
  launch: async ({ dataDir }, use) => {
    const started: ChildProcess[] = [];
    await use((command, args) => {
      const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', WORKER_PORT: '0' };
      const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
      started.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => {
          output += text;
        });
      }
      return Object.assign(child, { output: () => output });
    });
    for (const child of started) child.kill('SIGKILL');
  },
});

/** Processes that name the folder on their command line: the server with all that belongs to it. */
function processesOf(dataDir: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args', '-ww'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(dataDir));
}

/** Process ids of the services that `npm start` has recorded; a service that is not running is undefined. */
async function readServices(
  dataDir: string,
): Promise<{ api: number | undefined; worker: number | undefined }> {
  const { services } = JSON.parse(await readFile(join(dataDir, 'npm-start.json'), 'utf8'));
  const runs = (pid: number, program: string) =>
    spawnSync('ps', ['-o', 'args=', '-ww', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(program);
  const pidOf = (program: string) => services.find((pid: number) => runs(pid, program));
  return { api: pidOf('src/api/main.ts'), worker: pidOf('worker/main.ts') };
}

const waitFor = (condition: () => boolean) =>
  expect.poll(condition, { timeout: 60_000, interval: 5 }).toBe(true);

describe('a killed npm start leaves no processes behind', () => {
  const moments: Record<string, (dataDir: string) => boolean> = {
    'while its cluster is being made': (dataDir) => existsSync(join(dataDir, 'postgres')),
    'when PostgreSQL is about to start': (dataDir) =>
      processesOf(dataDir).some((line) => line.includes('embeddedGuardian')),
    'when PostgreSQL is there': (dataDir) => existsSync(join(dataDir, 'postgres/data/postmaster.pid')),
  };
  for (const [moment, isThere] of Object.entries(moments)) {
    test(moment, { timeout: 120_000 }, async ({ dataDir, launch }) => {
      const child = launch(process.execPath, ['tools/launch/start.ts']);
      await waitFor(() => isThere(dataDir));
      child.kill('SIGKILL');
      await once(child, 'exit');
      await expect.poll(() => processesOf(dataDir), { timeout: 60_000 }).toEqual([]);
    });
  }
});

test('npm start that is asked to stop ends last, and its files are for its owner alone', {
  timeout: 120_000,
}, async ({ dataDir, launch }) => {
  // The set-up before it is left out, as the tests have made it.
  const npm = launch('npm', ['start', '--ignore-scripts']);
  await waitFor(() => existsSync(join(dataDir, 'postgres/data/postmaster.pid')));
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  expect(processesOf(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, 'npm-start.json'))).toBe(false);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'logs/postgres.log'))).mode & 0o777).toBe(0o600);
});

test('a start waits until the one before has stopped', { timeout: 120_000 }, async ({ dataDir, launch }) => {
  const first = launch(process.execPath, ['tools/launch/start.ts']);
  await waitFor(() => existsSync(join(dataDir, 'postgres/data/postmaster.pid')));
  first.kill('SIGSTOP'); // as long as it takes to see the second one wait
  const record = join(dataDir, 'npm-start.json');
  await writeFile(record, (await readFile(record, 'utf8')).replace('"stopping":false', '"stopping":true'));
  const second = launch(process.execPath, ['tools/launch/start.ts']);
  await waitFor(() => second.output().includes(`has stopped (process ${first.pid})`));
  first.kill('SIGCONT');
  first.kill('SIGTERM');
  await once(first, 'exit');
  await waitFor(() => existsSync(join(dataDir, 'postgres/data/postmaster.pid')));
  second.kill('SIGTERM');
  await once(second, 'exit');
  expect(second.exitCode).toBe(0);
});

test('a second start on the same folder names the first one, and leaves it alone', {
  timeout: 120_000,
}, async ({ dataDir, launch }) => {
  const first = launch(process.execPath, ['tools/launch/start.ts']);
  const record = join(dataDir, 'npm-start.json');
  const readUrl = async () => JSON.parse(await readFile(record, 'utf8').catch(() => '{}')).url;
  await expect.poll(readUrl, { timeout: 60_000 }).toMatch(/^http:/);
  const second = launch(process.execPath, ['tools/launch/start.ts']);
  await once(second, 'exit');
  expect(second.exitCode).toBe(1);
  expect(second.output()).toBe(
    `Another npm start (process ${first.pid}, ${await readUrl()}) uses ${dataDir}: stop it with Ctrl-C or ` +
      `\`kill ${first.pid}\`, or set DATA_DIR to another folder, and PORT and WORKER_PORT to other ports.\n`,
  );
  expect(JSON.parse(await readFile(record, 'utf8')).pid).toBe(first.pid);
  first.kill('SIGINT');
  await once(first, 'exit');
  expect(first.output()).toContain('Stopping …\n');
  expect(existsSync(record)).toBe(false);
});

test('of several starts at once, one has the folder', { timeout: 120_000 }, async ({ launch }) => {
  const starts = Array.from({ length: 3 }, () => launch(process.execPath, ['tools/launch/start.ts']));
  const hasEnded = ({ exitCode }: ChildProcess) => exitCode !== null;
  await waitFor(() => starts.filter(hasEnded).length === 2);
  const [winner] = starts.filter((child) => !hasEnded(child));
  for (const child of starts.filter(hasEnded))
    expect(child.output()).toContain(`Another npm start (process ${winner?.pid}`);
  winner?.kill('SIGTERM');
  await once(winner as ChildProcess, 'exit');
});

test('a worker that is killed is started again, and leaves the API and its subscriptions alone', {
  timeout: 120_000,
}, async ({ dataDir, launch }) => {
  const child = launch(process.execPath, ['tools/launch/start.ts']);
  await waitFor(() => child.output().includes('is ready at'));
  const [, origin = ''] = /is ready at (\S+)/.exec(child.output()) ?? [];
  const { api, worker } = await readServices(dataDir);
  const subscription = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { jobUpdates { __typename status } }' }),
  });
  const updates = subscription.body?.pipeThrough(new TextDecoderStream()).getReader();

  process.kill(worker ?? 0, 'SIGKILL');
  const readReports = async () => {
    const response = await fetch(`${origin}/ready`);
    return ((await response.json()) as { services: SupervisorReport }).services;
  };
  await waitFor(() => child.output().includes('The worker ended (killed by SIGKILL); starting it again'));
  // More than one restart where another process has taken its port in the meantime.
  await expect
    .poll(
      async () => {
        const { worker: report } = await readReports();
        return report !== undefined && report.restarts > 0 && report.state === 'ready';
      },
      { timeout: 60_000 },
    )
    .toBe(true);

  expect(await readReports()).toMatchObject({ api: { restarts: 0, state: 'ready', lastExit: null } });
  const after = await readServices(dataDir);
  expect(after.api).toBe(api);
  expect(after.worker).not.toBe(worker);
  await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { createCanvasJob(input: { instruction: "Flow: One, Two" }) { __typename } }',
    }),
  });
  let received = '';
  while (!received.includes('"COMPLETED"')) {
    const { done, value } = (await updates?.read()) ?? { done: true };
    if (done) throw new Error(`the subscription ended after: ${received}`);
    received += value;
  }
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});
