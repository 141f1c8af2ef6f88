import { describe, expect, it } from 'vitest';
import type { Sql } from './statement.ts';
import { numberParameters, statement } from './statement.ts';

describe('numberParameters', () => {
  it('numbers names in the order in which they first occur', () => {
    expect(numberParameters('SELECT :b, :a WHERE x = :b AND y IN (:a,:c)')).toEqual({
      text: 'SELECT $1, $2 WHERE x = $1 AND y IN ($2,$3)',
      names: ['b', 'a', 'c'],
    });
  });

  it('keeps the cast of a parameter', () => {
    expect(numberParameters('SELECT :ids::uuid[], (:at)::timestamptz').text).toBe(
      'SELECT $1::uuid[], ($2)::timestamptz',
    );
  });

  it.each([
    ['a cast', "SELECT '{}'::text[], x::int::bigint"],
    ['a string', "SELECT ':a', 'it''s :a', ''':a'"],
    ['a string with escapes', String.raw`SELECT E'\':a', e'\\'`],
    ['a quoted identifier', 'SELECT "x:a", "say "":a"""'],
    ['a dollar-quoted string', "SELECT $$ :a $$, $body$ $$ ' :a $body$"],
    ['a line comment', "SELECT 1 -- it isn't :a\n, 2"],
    ['a block comment', "SELECT /* don't\n :a */ 1"],
    ['a named argument', 'SELECT f(x := 1, y :=2)'],
    ['an array slice', 'SELECT a[i:j], a[1:2], b[c[1]:d]'],
  ])('finds no parameter in %s', (_what, text) => {
    expect(numberParameters(text)).toEqual({ text, names: [] });
  });

  it.each([
    ['a string', "SELECT 'a', :a, 'b'", "SELECT 'a', $1, 'b'"],
    ['a string that ends in a backslash', String.raw`SELECT 'a\', :a`, String.raw`SELECT 'a\', $1`],
    ['a string after a name that ends in e', "SELECT date'2026-01-01', :a", "SELECT date'2026-01-01', $1"],
    ['a comment with an apostrophe', "-- don't\nSELECT :a", "-- don't\nSELECT $1"],
    ['a comment', '/* x */:a', '/* x */$1'],
    ['a dollar-quoted string', 'SELECT $x$ $x$, :a', 'SELECT $x$ $x$, $1'],
    ['a cast', "SELECT 'x'::text || :a", "SELECT 'x'::text || $1"],
  ])('finds a parameter after %s', (_what, text, expected) => {
    expect(numberParameters(text)).toEqual({ text: expected, names: ['a'] });
  });
});

/** A connection that answers every query alike, and what it was asked. */
function fakeSql(names: string[], rows: unknown[][]) {
  const asked: unknown[] = [];
  const query = async (config: unknown) => {
    asked.push(config);
    return { fields: names.map((name) => ({ name })), rows, rowCount: rows.length };
  };
  return { sql: { query } as unknown as Sql, asked };
}

it('refuses a parameter without a name', () => {
  expect(() => numberParameters('SELECT :a, $2')).toThrow('the statement has $2: give the parameter a name');
  expect(() => statement.rows('SELECT $1::int')).toThrow('has $1');
  expect(numberParameters("SELECT '$1', $1$ $1 $1$").names).toEqual([]);
});

describe('a statement', () => {
  type Row = { jobId: string; lastSeq: number; model: string | null };
  type Parameters = { jobId: string; at: Date | null };
  const text = 'SELECT * FROM t WHERE job_id = :jobId AND at = :at';
  const columns = ['job_id', 'last_seq', 'model'];
  const rows = [
    ['a', 1, null],
    ['b', 2, 'gpt'],
  ];

  it('sends its parameters by number, in one query', async () => {
    const { sql, asked } = fakeSql(columns, rows);
    await statement.rows<Row, Parameters>(text)(sql, { at: null, jobId: 'x' });
    expect(asked).toEqual([
      {
        name: expect.any(String),
        text: 'SELECT * FROM t WHERE job_id = $1 AND at = $2',
        values: ['x', null],
        rowMode: 'array',
      },
    ]);
  });

  it('gives rows with columns in camelCase', async () => {
    const { sql } = fakeSql(columns, rows);
    const [first, second] = [
      { jobId: 'a', lastSeq: 1, model: null },
      { jobId: 'b', lastSeq: 2, model: 'gpt' },
    ];
    expect(await statement.rows<Row>(text.slice(0, 15))(sql)).toEqual([first, second]);
    expect(await statement.row<Row>('SELECT')(sql)).toEqual(first);
    expect(await statement.optionalRow<Row>('SELECT')(sql)).toEqual(first);
    expect(await statement.value<string>('SELECT')(sql)).toBe('a');
    expect(await statement.values<string>('SELECT')(sql)).toEqual(['a', 'b']);
    expect(await statement.any('SELECT')(sql)).toBe(true);
    expect(await statement.count('SELECT')(sql)).toBe(2);
  });

  it('tells when there is no row', async () => {
    const { sql } = fakeSql(columns, []);
    expect(await statement.rows('SELECT')(sql)).toEqual([]);
    expect(await statement.optionalRow('SELECT')(sql)).toBeUndefined();
    expect(await statement.any('SELECT')(sql)).toBe(false);
    expect(await statement.count('SELECT')(sql)).toBe(0);
    await expect(statement.value('SELECT')(sql)).rejects.toThrow('returned no row');
    await expect(statement.row('SELECT')(sql)).rejects.toThrow('returned no row');
  });

  it('refuses to run without one of its parameters', async () => {
    const { sql, asked } = fakeSql(columns, rows);
    const run = statement.rows<Row>(text);
    await expect(run(sql, { jobId: 'x' })).rejects.toThrow('needs the parameter "at"');
    expect(asked).toEqual([]);
  });
});
