import { sentenceOf } from '../../src/database/outages/failure.ts';
import { startTemporaryPostgres } from '../postgres/temporaryPostgres.ts';
import { findDrift } from './drift.ts';

/**
 * `npm run check:migrations` fails when schema.prisma and the migrations differ; with `--sql`, as
 * `npm run migration:sql`, it prints the SQL that the next migration needs, on an empty database of its own.
 */
async function compare(): Promise<string | undefined> {
  const postgres = await startTemporaryPostgres('shadow');
  try {
    return await findDrift(postgres.url);
  } finally {
    await postgres.stop();
  }
}

try {
  const sql = await compare();
  if (process.argv.includes('--sql')) {
    process.stdout.write(sql ?? '-- schema.prisma and the migrations agree: there is nothing to migrate.\n');
  } else if (sql === undefined) {
    process.stdout.write('schema.prisma and the migrations agree.\n');
  } else {
    process.stderr.write(
      `schema.prisma and prisma/migrations differ. Add a migration that does this (npm run migration:sql):\n\n${sql}`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
