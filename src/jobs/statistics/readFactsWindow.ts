import type { Sql } from '../../database/connection.ts';
import type { FactsWindow } from './sql/facts.ts';
import { readRollUpState } from './sql/readRollUpState.ts';

const hourMs = 3_600_000;

/** The window of that many milliseconds until now, by the database's clock. */
export async function readFactsWindow(
  sql: Sql,
  ownerId: string | null,
  windowMs: number,
): Promise<FactsWindow> {
  const { now: to, rolledUp } = await readRollUpState(sql);
  const from = new Date(to.getTime() - windowMs);
  const firstWhole = Math.ceil(from.getTime() / hourMs) * hourMs;
  const afterRolledUp = ownerId === null && rolledUp !== null ? rolledUp.getTime() + hourMs : 0;
  const wholeTo = Math.max(firstWhole, afterRolledUp);
  return { ownerId, from, to, wholeFrom: new Date(firstWhole), wholeTo: new Date(wholeTo) };
}
