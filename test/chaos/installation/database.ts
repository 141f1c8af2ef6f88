import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { prepareFiles, readState, removeFiles, writeState } from '../../../tools/postgres/embeddedFiles.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../tools/postgres/embeddedPostgres.ts';
import type { Random } from './random.ts';

/** A PostgreSQL that can be restarted, and loses nothing that it has committed. */
export type ChaosDatabase = {
  readonly url: string;
  /** Breaks in an outage. */
  readonly pool: pg.Pool;
  /** Reads or writes something; an outage delays it. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Stops the server the given way, and starts it again after `outageMs` milliseconds (0 by default). */
  restart(mode: 'fast' | 'immediate' | 'kill', outageMs?: number): Promise<void>;
  /** Ends the sessions that a condition on `pg_stat_activity` names; ours is never among them. */
  terminate(condition: string, values?: unknown[]): Promise<number>;
  stop(): Promise<void>;
};

const ownName = 'chaos';

/** Starts an empty, migrated database in a folder for temporary files. */
export async function startDatabase(random: Random): Promise<ChaosDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-chaos-'));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  await keepPort(dataDir, random);
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
  const { url } = server;
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url, max: 8, application_name: ownName });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // A process that is killed loses nothing that the system has taken in, and the disk's speed is beside the point.
  await pool.query('ALTER SYSTEM SET fsync = off');
  await pool.query('SELECT pg_reload_conf()');

  const never = new AbortController().signal;
  const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await retryWhileUnavailable(never, () => pool.query<Row>(text, values))).rows;
  return {
    url,
    pool,
    query,
    async restart(mode, outageMs = 0) {
      if (mode === 'kill') {
        process.kill(server.pid, 'SIGKILL');
        await server.ended;
      } else await server.stop({ hurry: mode === 'immediate' });
      await delay(outageMs);
      server = await startEmbeddedPostgres({ dataDir });
      if (server.url !== url) throw new Error('PostgreSQL came back under another address');
    },
    async terminate(condition, values = []) {
      const rows = await query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name <> '${ownName}' AND ${condition}`,
        values,
      );
      return rows.length;
    },
    async stop() {
      await pool.end();
      await server.stop({ hurry: true });
      await removeFiles(dataDir);
    },
  };
}

/**
 * Settles on a port below those that the system hands out for connections: nobody can take it by accident while
 * the server is down.
 */
async function keepPort(dataDir: string, random: Random): Promise<void> {
  const { stateFile } = await prepareFiles(dataDir);
  const state = readState(stateFile);
  if (state === undefined) throw new Error(`${stateFile} is missing`);
  await writeState(stateFile, { ...state, port: await lowPort(random) });
}

/** A free port between 20,000 and 30,000. */
export async function lowPort(random: Random): Promise<number> {
  const port = random.between(20_000, 30_000);
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return lowPort(random);
  }
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Asks again and again until the answer is not undefined. @throws Error after `timeoutMs` milliseconds */
export async function eventually<T>(what: string, timeoutMs: number, ask: () => Promise<T | undefined>) {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(20);
  }
  throw new Error(`${what}: not within ${timeoutMs} ms`);
}
