import type pg from 'pg';
import { statementName } from './preparedStatements.ts';

/** What a statement runs on: the pool, or the client of a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/** Runs a statement. */
export type Run<Parameters, Result> = (
  on: Sql,
  ...parameters: object extends Parameters ? [parameters?: Parameters] : [parameters: Parameters]
) => Promise<Result>;

/**
 * Defines an SQL statement with named parameters (`:jobId`), as a function that runs it. The builders differ in the
 * result; rows have their columns in camelCase. A name that occurs twice is sent once. Not a parameter: a colon in a
 * literal, a quoted identifier or a comment, a cast (`::int`), `:=`, and one right after a word (`a[i:j]`).
 */
export const statement = {
  /** All rows. */
  rows: <Row, Parameters extends object = object>(text: string): Run<Parameters, Row[]> =>
    define(text, rowsOf<Row>),

  /** Exactly one row. @throws Error when there is none. */
  row: <Row, Parameters extends object = object>(text: string): Run<Parameters, Row> =>
    define(text, (result) => onlyRow(rowsOf<Row>(result))),

  /** The first row, if there is one. */
  optionalRow: <Row, Parameters extends object = object>(text: string): Run<Parameters, Row | undefined> =>
    define(text, (result) => rowsOf<Row>(result)[0]),

  /** The first column of exactly one row. @throws Error when there is none. */
  value: <Value, Parameters extends object = object>(text: string): Run<Parameters, Value> =>
    define(text, ({ rows }) => onlyRow(rows)[0] as Value),

  /** The first column of all rows. */
  values: <Value, Parameters extends object = object>(text: string): Run<Parameters, Value[]> =>
    define(text, ({ rows }) => rows.map(([value]) => value as Value)),

  /** Whether any row was found, inserted, updated or deleted. */
  any: <Parameters extends object = object>(text: string): Run<Parameters, boolean> =>
    define(text, ({ rowCount }) => rowCount !== null && rowCount > 0),

  /** How many rows were found, inserted, updated or deleted. */
  count: <Parameters extends object = object>(text: string): Run<Parameters, number> =>
    define(text, ({ rowCount }) => rowCount ?? 0),
};

type Result = Pick<pg.QueryArrayResult<unknown[]>, 'fields' | 'rows' | 'rowCount'>;

function define<Parameters extends object, Answer>(
  namedText: string,
  answerOf: (result: Result) => Answer,
): Run<Parameters, Answer> {
  const { text, names } = numberParameters(namedText);
  const name = statementName(text);
  return async (on, ...[parameters = {}]) => {
    const values = names.map((name) => {
      if (name in parameters) return (parameters as Record<string, unknown>)[name];
      throw new Error(`the statement needs the parameter "${name}"`);
    });
    return answerOf(await on.query<unknown[]>({ name, text, values, rowMode: 'array' }));
  };
}

/** What may contain a colon that begins no parameter, then a parameter. Comments within comments are not supported. */
const tokens = new RegExp(
  [
    String.raw`(?<!\w)[eE]'(?:\\.|''|[^'\\])*'`,
    `'(?:''|[^'])*'`,
    `"(?:""|[^"])*"`,
    String.raw`(?<![\w$])\$(?<tag>\w*)\$.*?\$\k<tag>\$`,
    '--[^\n]*',
    String.raw`/\*.*?\*/`,
    String.raw`(?<![\w$])\$(?<position>\d+)`,
    String.raw`(?<![\w:\]]):(?<name>[a-zA-Z_]\w*)`,
  ].join('|'),
  'gs',
);

/**
 * The text with `$1`, `$2`, … in place of `:name`, and the names in the order of their numbers.
 * @throws Error when the text has numbers already.
 */
export function numberParameters(namedText: string): { text: string; names: string[] } {
  const names: string[] = [];
  const text = namedText.replaceAll(tokens, (token, ...rest) => {
    const { name, position } = rest.at(-1) as { name?: string; position?: string };
    if (position !== undefined) throw new Error(`the statement has $${position}: give the parameter a name`);
    if (name === undefined) return token;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}

function rowsOf<Row>({ fields, rows }: Result): Row[] {
  const keys = fields.map(({ name }) => name.replaceAll(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()));
  return rows.map((values) => {
    // `Object.fromEntries` takes several times as long, which counts where a canvas has 2,000 objects.
    const row: Record<string, unknown> = {};
    keys.forEach((key, index) => {
      row[key] = values[index];
    });
    return row as Row;
  });
}

/** The only row of a result. @throws Error when there is none: the statement was expected to give one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the statement returned no row');
  return row;
}
