import { expect, it } from 'vitest';
import { lint } from './lint.ts';

const rawSql = 'Define a statement with named parameters in a sql/ folder: see src/database/statement.ts.';
const statementPlace = 'Move this statement into a file of its own in a sql/ folder.';

it.each([
  ["pool.query('SELECT 1');"],
  ["tx.query<{ id: string }>('SELECT id FROM worker WHERE id = $1', [id]);"],
  ["this.#sql.query({ text: 'SELECT 1' });"],
  ['context.database.prisma.$queryRaw`SELECT 1`;'],
  ["prisma.$executeRawUnsafe('SELECT 1');"],
])('the linter refuses raw SQL: %s', async (code) => {
  expect(await lint('src/jobs/queue/someFile.ts', code)).toEqual([rawSql]);
  expect(await lint('worker/tasks/sql/someFile.ts', code)).toEqual([rawSql]);
});

it('the linter allows raw SQL where statements are implemented, and in tools and tests', async () => {
  const code = "pool.query('SELECT 1');";
  expect(await lint('src/database/someFile.ts', code)).toEqual([]);
  expect(await lint('test/support/someFile.ts', code)).toEqual([]);
  expect(await lint('tools/postgres/someFile.ts', code)).toEqual([]);
});

it('the linter allows statements in sql/ folders only', async () => {
  const code = "statement.rows<Row, { id: string }>('SELECT 1 FROM worker WHERE id = :id');";
  expect(await lint('worker/presence.ts', code)).toEqual([statementPlace]);
  expect(await lint('worker/sql/someFile.ts', code)).toEqual([]);
  expect(await lint('src/jobs/workers/sql/someFile.ts', code)).toEqual([]);
});

it('the linter allows what only looks like raw SQL', async () => {
  expect(
    await lint(
      'src/jobs/someFile.ts',
      "builder.queryFields(1); target.query; statement.length; text.replace(/a/, '$1');",
    ),
  ).toEqual([]);
});
