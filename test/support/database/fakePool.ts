import pg from 'pg';
import type { Run } from '../../../src/database/statement.ts';

/** The text of a statement, and what it answers to its parameters. */
type Answer = { text: string; names: string[]; rows: (parameters: object) => object[] | Promise<object[]> };

/**
 * A pool that runs no SQL: it answers the given statements only.
 * @param answers By `when`.
 */
export function fakePool(...answers: Answer[]): pg.Pool {
  return Object.assign(new pg.Pool(), {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const answer = answers.find((one) => one.text === text);
      if (answer === undefined) throw new Error(`there is no answer to ${text}`);
      const rows = await answer.rows(Object.fromEntries(answer.names.map((name, at) => [name, values[at]])));
      return {
        fields: Object.keys(rows[0] ?? {}).map((name) => ({ name })),
        rows: rows.map((row) => Object.values(row)),
        rowCount: rows.length,
      };
    },
  });
}

/** What a statement answers: its rows, all with the same columns in the same order. */
export function when<Parameters extends object>(
  run: Run<Parameters, unknown>,
  rows: (parameters: Parameters) => object[] | Promise<object[]>,
): Answer {
  const sent: Pick<Answer, 'text' | 'names'>[] = [];
  const recorder = {
    async query({ text, values }: { text: string; values: string[] }) {
      sent.push({ text, names: values });
      return { fields: [], rows: [[]], rowCount: 1 };
    },
  };
  // Each parameter has its name as its value.
  const names = new Proxy({}, { has: () => true, get: (_target, name) => name }) as Parameters;
  void (run as Run<object, unknown>)(recorder as unknown as pg.Pool, names);
  const [statement] = sent;
  if (statement === undefined) throw new Error('the statement was not sent');
  return { ...statement, rows: (parameters) => rows(parameters as Parameters) };
}
