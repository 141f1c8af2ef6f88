import { parseArgs } from 'node:util';
import { readDatabaseConfig } from '../../src/config.ts';
import { databaseFailure, sentenceOf } from '../../src/database/failure.ts';
import { locked } from '../../src/database/lockTimeout.ts';
import { type MigrationOptions, migrate, undoMigrations } from '../../src/database/migrate.ts';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.ts';

/** `npm run migrate`: brings a database up to date, or with `-- --to <migration>` undoes the migrations after that. */
const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
const options: MigrationOptions = {
  onLocked: () => process.stderr.write(`Waiting: ${locked}. Trying again in 5 s.\n`),
};
const run = (url: string) => (to === undefined ? migrate(url, options) : undoMigrations(url, to, options));

/** On `DATABASE_URL`, or else the embedded database. */
async function main(): Promise<string[]> {
  const { DATABASE_URL, DATABASE_DIRECT_URL = DATABASE_URL, DATA_DIR } = readDatabaseConfig();
  if (DATABASE_DIRECT_URL !== undefined) {
    return run(DATABASE_DIRECT_URL).catch((error: unknown) => {
      const variable = DATABASE_DIRECT_URL === DATABASE_URL ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL';
      throw new Error(databaseFailure(DATABASE_DIRECT_URL, error, variable), { cause: error });
    });
  }
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  try {
    return await run(embedded.url);
  } finally {
    await embedded.stop();
  }
}

try {
  const names = await main();
  const done = `${to === undefined ? 'Applied' : 'Undid'} ${names.join(', ')}.\n`;
  process.stdout.write(names.length === 0 ? 'The database is up to date.\n' : done);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
