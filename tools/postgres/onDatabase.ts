import { join } from 'node:path';
import { readDatabaseConfig } from '../../src/config.ts';
import { databaseFailure } from '../../src/database/outages/failure.ts';
import { readState } from './embeddedFiles.ts';
import { startEmbeddedPostgres } from './embeddedPostgres.ts';

/**
 * Runs a tool's `work` on `DATABASE_URL`, without a connection pooler if there is an address for that, or else on the
 * embedded database, which runs meanwhile.
 * @param mustExist Refuses to create an embedded database
 * @throws Error with one sentence for the terminal
 */
export async function onDatabase<T>(
  work: (url: string) => Promise<T>,
  { mustExist = false } = {},
): Promise<T> {
  const { DATABASE_URL, DATABASE_DIRECT_URL = DATABASE_URL, DATA_DIR } = readDatabaseConfig();
  if (DATABASE_DIRECT_URL !== undefined) {
    return work(DATABASE_DIRECT_URL).catch((error: unknown) => {
      const variable = DATABASE_DIRECT_URL === DATABASE_URL ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL';
      throw new Error(databaseFailure({ url: DATABASE_DIRECT_URL, variable }, error), { cause: error });
    });
  }
  if (mustExist && readState(join(DATA_DIR, 'postgres.json')) === undefined) {
    throw new Error(
      `DATABASE_URL is not set, and there is no embedded database in ${DATA_DIR} (DATA_DIR). Set one of them.`,
    );
  }
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
