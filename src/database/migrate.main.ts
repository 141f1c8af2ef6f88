import { readConfig } from '../config.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { databaseFailure, sentenceOf } from './failure.ts';
import { migrate } from './migrate.ts';

/** `npm run migrate`: brings `DATABASE_URL`, or else the embedded database, up to date. */
async function main(): Promise<string[]> {
  const { DATABASE_URL, DATA_DIR } = readConfig();
  if (DATABASE_URL !== undefined) {
    return migrate(DATABASE_URL).catch((error: unknown) => {
      throw new Error(databaseFailure(DATABASE_URL, error), { cause: error });
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
