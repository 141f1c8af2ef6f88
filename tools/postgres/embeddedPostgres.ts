import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster } from './embeddedCluster.ts';
import {
  type ClusterFiles,
  type EmbeddedState,
  prepareFiles,
  readState,
  writeState,
} from './embeddedFiles.ts';
import {
  findServer,
  freePort,
  launchServer,
  type RunningServer,
  readLastError,
  signalServer,
  sizeOf,
  urlOf,
} from './embeddedServer.ts';
import { isAlive } from './processes.ts';

/** A PostgreSQL of the project's own. */
export type EmbeddedPostgres = {
  /** Address of the database, with its password. */
  readonly url: string;
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends connections, writes everything out, stops. A server that belongs to another live process stays. */
  stop(options?: { hurry?: boolean }): Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder that the database belongs to; made if need be. */
  readonly dataDir: string;
  /** False only for tests: data need not survive a power failure. Default true. */
  readonly durable?: boolean;
  /** Default: `logs/postgres.log` under `dataDir`. */
  readonly logFile?: string;
  /** Settings of the server besides the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Milliseconds for a start, which includes the recovery after a crash. */
const startTimeoutMs = 60_000;
/** Milliseconds for a clean stop; then the server is stopped at once and recovers at its next start. */
const stopTimeoutMs = 10_000;

const databaseName = 'collabcanvas';

const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', jit: 'off' };
const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

/**
 * Starts the embedded PostgreSQL, or uses the one that another living process runs on the same data. It listens on
 * loopback only, with a password of its own, and ends with the process that has started it.
 *
 * @throws Error with one sentence for the user, for instance about data of another version
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, logFile = join(dataDir, 'logs/postgres.log') } = options;
  const files = await prepareFiles(dataDir);
  const state = readState(files.stateFile);
  if (!state) throw new Error(`${files.stateFile} disappeared during the start.`);
  await ensureCluster(files, state.password, durable);
  const start = {
    password: state.password,
    settings: { ...settings, ...(durable ? {} : testSettings), ...options.settings },
    logFile,
  };
  const server = await findOrLaunch(files, state, start);
  const ours = server.guardian !== undefined;
  if (ours) await writeState(files.stateFile, { ...state, port: server.port });
  await ensureDatabase(urlOf(server.port, state.password, 'postgres'));
  const ended = watch(files, server);
  return {
    url: urlOf(server.port, state.password, databaseName),
    pid: server.pid,
    ended,
    stop: async ({ hurry = false } = {}) => {
      if (ours) await stopServer(files, server.pid, ended, hurry);
    },
  };
}

async function findOrLaunch(
  files: ClusterFiles,
  state: EmbeddedState,
  start: { password: string; settings: Record<string, string>; logFile: string },
): Promise<RunningServer> {
  const deadline = Date.now() + startTimeoutMs;
  const offset = sizeOf(start.logFile);
  // Several tries: another process may be starting the same server, and the backends of one that was killed
  // hold its shared memory for a moment longer.
  for (let tries = 0; tries < 20 && Date.now() < deadline; tries += 1) {
    if (tries > 0) await delay(100 * Math.min(tries, 10));
    const found = await findServer(files, state.password, deadline);
    if (found) return found;
    const launched = await launchServer(files, { ...start, port: await freePort(state.port) });
    if (launched) return launched;
  }
  const reason = readLastError(start.logFile, offset) ?? 'no reason given';
  throw new Error(`The embedded PostgreSQL does not start: ${reason} (log: ${start.logFile})`);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement that needs the connection reports its loss
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`).catch(ignoreExisting);
  } finally {
    await client.end();
  }
}

/** Another process may create it at the same moment; one of the two then gets an error about a duplicate. */
function ignoreExisting(error: Error & { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}

/** The server of another process has no exit event here, so it is polled once a second. */
async function watch(files: ClusterFiles, { guardian, pid }: RunningServer): Promise<void> {
  if (guardian !== undefined) {
    if (guardian.exitCode === null && guardian.signalCode === null) {
      await new Promise<void>((resolve) => guardian.once('exit', () => resolve()));
    }
    // A server whose guardian was killed would outlive us.
    if (isAlive(pid)) signalServer(files, pid, 'fast');
    while (isAlive(pid)) await delay(20);
    return;
  }
  while (isAlive(pid)) await delay(1_000, undefined, { ref: false });
}

async function stopServer(files: ClusterFiles, pid: number, ended: Promise<void>, hurry: boolean) {
  signalServer(files, pid, hurry ? 'immediate' : 'fast');
  const giveUp = new AbortController();
  const late = delay(stopTimeoutMs, 'late' as const, { signal: giveUp.signal }).catch(() => undefined);
  if ((await Promise.race([ended, late])) === 'late') {
    signalServer(files, pid, 'immediate');
    await ended;
  }
  giveUp.abort();
}
