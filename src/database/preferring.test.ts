import { expect, it } from 'vitest';
import { preferring } from './preferring.ts';
import type { Sql } from './statement.ts';

/** Answers each statement with its own name, unless it is away. */
function connection(name: string, isAway = () => false): Sql {
  const query = async (text: string) => {
    if (isAway()) throw new Error(`${name} is away`);
    return { rows: [`${name}: ${text}`] };
  };
  return { query } as unknown as Sql;
}

it('prefers a connection while there is one that answers', async () => {
  let [hasDirect, isAway] = [false, false];
  const direct = connection('direct', () => isAway);
  const sql = preferring(() => (hasDirect ? direct : undefined), connection('usual'));
  const ask = async () => (await sql.query('SELECT 1')).rows;
  expect(await ask()).toEqual(['usual: SELECT 1']);
  hasDirect = true;
  expect(await ask()).toEqual(['direct: SELECT 1']);
  isAway = true;
  expect(await ask()).toEqual(['usual: SELECT 1']);
});

it('fails with the error of the usual connection', async () => {
  const away = () => true;
  const sql = preferring(() => connection('direct', away), connection('usual', away));
  await expect(sql.query('SELECT 1')).rejects.toThrow('usual is away');
});
