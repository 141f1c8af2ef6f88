import { readDatabaseConfig } from '../../src/config.ts';
import { databaseFailure, sentenceOf } from '../../src/database/failure.ts';
import { migrate } from '../../src/database/migrate.ts';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.ts';

/** `npm run migrate`: brings `DATABASE_URL`, or else the embedded database, up to date. */
async function main(): Promise<string[]> {
  const { DATABASE_URL, DATABASE_DIRECT_URL = DATABASE_URL, DATA_DIR } = readDatabaseConfig();
  if (DATABASE_DIRECT_URL !== undefined) {
    return migrate(DATABASE_DIRECT_URL).catch((error: unknown) => {
      const variable = DATABASE_DIRECT_URL === DATABASE_URL ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL';
      throw new Error(databaseFailure(DATABASE_DIRECT_URL, error, variable), { cause: error });
    });
  }
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  try {
    return await migrate(embedded.url);
  } finally {
    await embedded.stop();
  }
}

try {
  const applied = await main();
  process.stdout.write(
    applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`,
  );
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
