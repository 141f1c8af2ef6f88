import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const program = ['/usr/sbin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find(
  existsSync,
);

/** Whether its tests are left out: it is not installed here, and this is not the machine that checks everything. */
export const lacksPgBouncer = program === undefined && process.env.CI === undefined;

/** A connection pooler between processes and their database. */
export type PgBouncer = {
  /** Address of the database by way of the pooler. */
  url: string;
  /** Sessions of PostgreSQL that it shares among its clients. */
  sessions: number;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts a PgBouncer with its usual settings, on a free port. */
export async function startPgBouncer(
  databaseUrl: string,
  mode: 'session' | 'transaction' | 'statement',
): Promise<PgBouncer> {
  if (program === undefined) throw new Error('PgBouncer is not installed: apt-get install pgbouncer');
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  // A session pooler needs one for each connection of each process.
  const sessions = mode === 'session' ? 60 : 6;
  const listenPort = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-pgbouncer-'));
  await chmod(folder, 0o755); // as root it runs under another account
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = ${sessions}
`,
  );
  const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, ['-q', ...account, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += String(data);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  };
  try {
    await Promise.race([
      untilListening(listenPort),
      ended.then(() => Promise.reject(new Error(`PgBouncer ended: ${complaints}`))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://${username}:any@127.0.0.1:${listenPort}${pathname}`,
    sessions,
    [Symbol.asyncDispose]: stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const accepted = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (accepted) return;
    await delay(20);
  }
}
