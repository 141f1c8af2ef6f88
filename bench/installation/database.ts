import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/database/migrations/migrate.ts';
import { PreparingClient } from '../../src/database/preparedStatements.ts';
import { onlyRow } from '../../src/database/statement.ts';
import { removeFiles } from '../../tools/postgres/embeddedFiles.ts';
import { startEmbeddedPostgres } from '../../tools/postgres/embeddedPostgres.ts';
import { startTemporaryPostgres } from '../../tools/postgres/temporaryPostgres.ts';

/** A migrated database without rows, on a server of its own. */
export type BenchDatabase = { url: string; pool: pg.Pool; serverPid: number; version: string };

/**
 * Starts a server, and stops it afterwards.
 * @param isDurable Whether it waits for the disk, as in production. It then counts statements, too.
 */
export async function withDatabase<T>(
  isDurable: boolean,
  use: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const server = await (isDurable ? startDurablePostgres() : startTemporaryPostgres('bench'));
  const pool = new pg.Pool({ connectionString: server.url, max: 4, Client: PreparingClient });
  try {
    await migrate(server.url);
    const { rows } = await pool.query<{ server_version: string }>('SHOW server_version');
    return await use({ url: server.url, pool, serverPid: server.pid, version: onlyRow(rows).server_version });
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** Statements such as BEGIN, COMMIT and SET are not counted. */
const settings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_utility': 'off',
};

async function startDurablePostgres() {
  const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-bench-'));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  const server = await startEmbeddedPostgres({ dataDir, settings });
  return {
    ...server,
    async stop() {
      await server.stop();
      await removeFiles(dataDir);
    },
  };
}
