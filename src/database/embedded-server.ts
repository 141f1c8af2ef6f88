import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EMBEDDED_USER } from './embedded-cluster.ts';
import type { ClusterFiles } from './embedded-files.ts';
import { commandOf, isAlive } from './processes.ts';

/** A PostgreSQL server that answers. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Absent when the server was started by an earlier process. */
  readonly child?: ChildProcess;
}

/** Address of a database in an embedded cluster. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${EMBEDDED_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * The server that runs on this data already, for instance because the process that started it was killed.
 * Waits while one is still starting or stopping. Removes a pid file whose number now belongs to some other
 * program (PostgreSQL clears one whose process is gone, but takes any living process for a server).
 *
 * @param deadline milliseconds since the epoch
 */
export async function findServer(
  { data }: ClusterFiles,
  password: string,
  deadline: number,
): Promise<RunningServer | undefined> {
  const file = join(data, 'postmaster.pid');
  while (Date.now() < deadline) {
    if (!existsSync(file)) return undefined;
    const [pidLine, , , portLine] = readFileSync(file, 'utf8').split('\n');
    const [pid, port] = [Number(pidLine), Number(portLine)];
    if (!pid || !isAlive(pid)) return undefined;
    if (commandOf(pid)?.includes(data) === false) {
      rmSync(file, { force: true });
      return undefined;
    }
    if (port && (await answers(urlOf(port, password, 'postgres')))) return { pid, port };
    await delay(50);
  }
  throw new Error(
    `A PostgreSQL that runs on ${data} does not answer; see its log, or stop it and start again.`,
  );
}

/**
 * Starts a server and waits until it answers.
 *
 * @param settings server settings that differ from PostgreSQL's defaults
 * @returns undefined when it ended at once; the log says why
 */
export async function launchServer(
  { data, bin, account }: ClusterFiles,
  options: { port: number; password: string; settings: Record<string, string>; logFile: string },
): Promise<RunningServer | undefined> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a');
  const flags = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: Ctrl-C in a terminal goes to every process of the foreground group, and the
  // database must outlive the services that use it. The log is a file, since a pipe would break with us.
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(options.port), ...flags], {
    ...account,
    cwd: '/',
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(child, 'exit').catch(() => undefined);
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running && child.pid !== undefined) {
    if (await answers(urlOf(options.port, options.password, 'postgres'))) {
      return { pid: child.pid, port: options.port, child };
    }
    await Promise.race([ended, delay(25)]);
  }
  return undefined;
}

/** Last complaint in a server's log, from `offset` bytes on. */
export function lastComplaint(logFile: string, offset: number): string | undefined {
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

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
