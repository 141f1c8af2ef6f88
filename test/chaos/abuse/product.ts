import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ServiceReport, SupervisorReport } from '../../../src/service/supervisor.ts';
import { readState, removeFiles } from '../../../tools/postgres/embeddedFiles.ts';
import { urlOf } from '../../../tools/postgres/embeddedServer.ts';
import { isAlive } from '../../../tools/postgres/processes.ts';
import { eventually, lowPort } from '../installation/database.ts';
import { createRandom } from '../installation/random.ts';

export const serviceNames = ['api', 'worker'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The product as `npm start` runs it: supervisor, API, worker and embedded PostgreSQL. */
export type Product = {
  /** Addresses of the two HTTP servers. */
  readonly origins: Record<ServiceName, string>;
  /** Folder of the logs. */
  readonly dataDir: string;
  /** Process of a service; undefined while none runs. */
  pidOf(name: ServiceName | 'postgres'): number | undefined;
  /**
   * Ends of a service's processes that were followed by a restart, without those of a worker that was declared dead,
   * which ends itself by design.
   */
  countUnplannedRestarts(name: ServiceName): Promise<{ restarts: number; lastExit: string | null }>;
  /** Whether the supervisor still runs. */
  isRunning(): boolean;
  /** A connection pool to the embedded database. Breaks in an outage. */
  openPool(): pg.Pool;
  /** Stops it with SIGTERM. @returns What was not as it has to be. */
  stop(): Promise<string[]>;
  removeFiles(): Promise<void>;
};

const root = join(import.meta.dirname, '../../..');
const startMs = 120_000;
const stopMs = 60_000;

/** Starts the product in a folder and on ports of its own, and waits until it is ready. Linux only. */
export async function startProduct(seed: number): Promise<Product> {
  const random = createRandom(seed, 'ports');
  const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-abuse-'));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  const ports = { api: await lowPort(random), worker: await lowPort(random) };
  const output = createWriteStream(join(dataDir, 'npm-start.log'));
  const supervisor = spawn(process.execPath, [join(root, 'tools/launch/start.ts')], {
    cwd: root,
    env: environment(dataDir, ports),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  supervisor.stdout.pipe(output, { end: false });
  supervisor.stderr.pipe(output, { end: false });
  await untilReady(supervisor);

  const pidOf = (name: ServiceName | 'postgres') =>
    name === 'postgres' ? postmasterOf(dataDir) : serviceOf(supervisor.pid, name);
  const origins = { api: `http://127.0.0.1:${ports.api}`, worker: `http://127.0.0.1:${ports.worker}` };
  return {
    ...{ origins, dataDir, pidOf },
    async countUnplannedRestarts(name) {
      const { restarts, lastExit } = await readSupervisorReport(origins.api, name);
      const log = readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8');
      const declaredDead = log.match(/"level":"fatal".*"DeclaredDeadError"/g)?.length ?? 0;
      return { restarts: restarts - declaredDead, lastExit };
    },
    isRunning: () => supervisor.exitCode === null && supervisor.signalCode === null,
    openPool() {
      const state = readState(join(dataDir, 'postgres.json'));
      if (state?.port === undefined) throw new Error('the embedded database has no port');
      const pool = new pg.Pool({
        connectionString: urlOf(state.port, state.password, 'collabcanvas'),
        max: 2,
      });
      pool.on('error', () => undefined);
      pool.on('connect', (client) => client.on('error', () => undefined));
      return pool;
    },
    async stop() {
      if (supervisor.exitCode !== null) return [`npm start ended early with code ${supervisor.exitCode}`];
      const pids = [...serviceNames, 'postgres' as const].flatMap((name) => pidOf(name) ?? []);
      supervisor.kill('SIGTERM');
      const killer = setTimeout(() => supervisor.kill('SIGKILL'), stopMs);
      const [code, signal] = await once(supervisor, 'exit');
      clearTimeout(killer);
      const left = pids.filter(isAlive).map((pid) => `process ${pid} outlived npm start`);
      return code === 0 ? left : [`npm start ended with ${signal ?? `code ${code}`}`, ...left];
    },
    removeFiles: () => removeFiles(dataDir),
  };
}

function environment(dataDir: string, ports: Record<ServiceName, number>): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    LOG_LEVEL: 'info',
    // One user sends everything here.
    MAX_ACTIVE_JOBS_PER_USER: '100000',
  };
}

async function untilReady(supervisor: ChildProcess): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    supervisor.stdout?.on('data', (chunk) => String(chunk).includes('is ready at') && resolve());
  });
  const ended = once(supervisor, 'exit').then(([code]) => {
    throw new Error(`npm start ended with code ${code} before it was ready`);
  });
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    supervisor.kill('SIGTERM');
    timeout.reject(new Error(`npm start is not ready after ${startMs} ms`));
  }, startMs);
  await Promise.race([ready, ended, timeout.promise]).finally(() => clearTimeout(timer));
}

/** What the supervisor reports of a service, in the API's `/ready`. */
async function readSupervisorReport(apiOrigin: string, name: ServiceName): Promise<ServiceReport> {
  const response = await fetch(`${apiOrigin}/ready`);
  const { services } = (await response.json()) as { services: SupervisorReport };
  const report = services[name];
  if (report === undefined) throw new Error(`/ready has no report of the ${name}`);
  return report;
}

const programs: Record<ServiceName, string> = { api: 'src/api/main.ts', worker: 'worker/main.ts' };

/** The supervisor's child that runs a service's program. */
function serviceOf(supervisorPid: number | undefined, name: ServiceName): number | undefined {
  return readdirSync('/proc')
    .map(Number)
    .find((pid) => {
      if (!pid) return false;
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return (
          Number(parent) === supervisorPid &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(programs[name])
        );
      } catch {
        return false; // ended while it was read
      }
    });
}

function postmasterOf(dataDir: string): number | undefined {
  const home = readState(join(dataDir, 'postgres.json'))?.home;
  try {
    const pid = Number(readFileSync(join(home ?? '', 'data/postmaster.pid'), 'utf8').split('\n')[0]);
    return pid && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when both servers answer `/ready` with 200. @throws Error after `timeoutMs` milliseconds */
export function untilBothReady({ origins }: Product, timeoutMs: number): Promise<boolean> {
  return eventually('both services are ready', timeoutMs, async () => {
    const answers = await Promise.all(
      serviceNames.map((name) =>
        fetch(`${origins[name]}/ready`, { signal: AbortSignal.timeout(2_000) })
          .then((response) => response.arrayBuffer().then(() => response.ok))
          .catch(() => false),
      ),
    );
    return answers.every(Boolean) || undefined;
  });
}
