import { parseArgs } from 'node:util';
import { locked } from '../../src/database/migrations/lockTimeout.ts';
import { type MigrationOptions, migrate, undoMigrations } from '../../src/database/migrations/migrate.ts';
import { sentenceOf } from '../../src/database/outages/failure.ts';
import { onDatabase } from '../postgres/onDatabase.ts';

/** `npm run migrate`: brings a database up to date, or with `-- --to <migration>` undoes the migrations after that. */
const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
const options: MigrationOptions = {
  onLocked: () => process.stderr.write(`Waiting: ${locked}. Trying again in 5 s.\n`),
};
const run = (url: string) => (to === undefined ? migrate(url, options) : undoMigrations(url, to, options));

try {
  const names = await onDatabase(run);
  const done = `${to === undefined ? 'Applied' : 'Undid'} ${names.join(', ')}.\n`;
  process.stdout.write(names.length === 0 ? 'The database is up to date.\n' : done);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
