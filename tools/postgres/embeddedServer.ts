import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { embeddedUser } from './embeddedCluster.ts';
import type { ClusterFiles } from './embeddedFiles.ts';
import type { GuardianOptions } from './embeddedGuardian.ts';
import { commandOf, isAlive } from './processes.ts';

const guardianFile = join(import.meta.dirname, 'embeddedGuardian.ts');
const pidFile = 'postmaster.pid';

/** A PostgreSQL server that answers. */
export type RunningServer = {
  readonly pid: number;
  readonly port: number;
  /** Process that runs the server and stops it after us; absent when the server belongs to another process. */
  readonly guardian?: ChildProcess;
};

/** Setting of a server that names the process that it belongs to, and this start: `<process id>-<random>`. */
const ownerSetting = 'collabcanvas.owner';

/** Address of a database in an embedded cluster. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${embeddedUser}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * The server that another process runs on this data. Waits while one is still starting or stopping; one whose
 * owner has ended is stopped, since nothing would stop it later. Removes a pid file whose number now belongs to some
 * other program (PostgreSQL clears one whose process is gone, but takes any living process for a server).
 *
 * @param deadline milliseconds since the epoch
 */
export async function findServer(
  files: ClusterFiles,
  password: string,
  deadline: number,
): Promise<RunningServer | undefined> {
  const { data } = files;
  let orphan: number | undefined;
  while (Date.now() < deadline) {
    const { pid, port } = readPidFile(data);
    if (pid === undefined || !isAlive(pid)) return undefined;
    if (commandOf(pid)?.includes(data) === false) {
      rmSync(join(data, pidFile), { force: true });
      return undefined;
    }
    const server = port === undefined ? undefined : await ask(urlOf(port, password, 'postgres'));
    if (port !== undefined && server !== undefined && isOwned(server)) return { pid, port };
    if (server !== undefined && orphan !== pid) {
      signalServer(files, pid, 'fast');
      orphan = pid;
    }
    await delay(50);
  }
  throw new Error(
    `A PostgreSQL that runs on ${data} does not answer; see its log, or stop it and start again.`,
  );
}

function isOwned({ owner }: { owner: string }): boolean {
  const pid = Number.parseInt(owner, 10);
  return Number.isInteger(pid) && isAlive(pid);
}

/** Process and port of the server that runs on the data, as far as it has written them down. */
function readPidFile(data: string): { pid: number | undefined; port: number | undefined } {
  const file = join(data, pidFile);
  const [pid, , , port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return { pid: Number(pid) || undefined, port: Number(port) || undefined };
}

/**
 * Starts a server and waits until it answers.
 *
 * @param settings server settings that differ from PostgreSQL's defaults
 * @returns undefined when it ended at once; the log says why
 */
export async function launchServer(
  files: ClusterFiles,
  options: { port: number; password: string; settings: Record<string, string>; logFile: string },
): Promise<RunningServer | undefined> {
  const owner = `${process.pid}-${randomUUID()}`;
  const settings = { ...options.settings, [ownerSetting]: owner };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const guardian = startGuardian(files, ['-p', String(options.port), ...flags], options.logFile);
  const ended = once(guardian, 'exit').catch(() => undefined);
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running && guardian.pid !== undefined) {
    const server = await ask(urlOf(options.port, options.password, 'postgres'));
    const { pid } = readPidFile(files.data);
    if (server?.owner === owner && pid !== undefined) return { pid, port: options.port, guardian };
    await Promise.race([ended, delay(25)]);
  }
  return undefined;
}

/** Starts the process that runs PostgreSQL, and stops it after this process has ended. */
function startGuardian({ bin, data, account }: ClusterFiles, args: string[], logFile: string): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  fchmodSync(log, 0o600); // it may be there from before
  const options: GuardianOptions = { bin, data, args, account };
  // A session of its own: Ctrl-C in a terminal goes to every process of the foreground group, and the
  // database must outlive the services that use it. The log is a file, since a pipe would break with us.
  const guardian = spawn(process.execPath, [guardianFile, JSON.stringify(options)], {
    cwd: '/',
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  guardian.on('error', () => undefined); // one that does not start has no process id
  guardian.stdin?.on('error', () => undefined);
  return guardian;
}

/** Asks a server to stop: when its sessions have been ended (`fast`), or at once. */
export function signalServer(
  { data, bin, account }: ClusterFiles,
  pid: number,
  mode: 'fast' | 'immediate',
): void {
  if (process.platform === 'win32') {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', mode], { ...account, cwd: '/' });
  } else if (isAlive(pid)) {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }
}

/** Last error in a server's log, from `offset` bytes on. */
export function readLastError(logFile: string, offset: number): string | undefined {
  if (!existsSync(logFile)) return undefined;
  const added = readFileSync(logFile).subarray(offset).toString('utf8');
  return added.match(/(?:FATAL|PANIC|error): .*/g)?.at(-1);
}

/** Size of a file in bytes; 0 when there is none. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** `preferred` if nothing listens there, else a port that the system hands out. */
export async function freePort(preferred?: number): Promise<number> {
  const server = createServer();
  server.listen({ host: '127.0.0.1', port: preferred ?? 0 });
  try {
    await once(server, 'listening');
  } catch {
    return freePort();
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}

/** @returns The owner of a server, empty when it names none; undefined when it does not answer. */
async function ask(url: string): Promise<{ owner: string } | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('SELECT current_setting($1, true) AS owner', [ownerSetting]);
    return { owner: rows[0]?.owner ?? '' };
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
