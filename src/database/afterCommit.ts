import type { Sql } from './statement.ts';

/** What is done after a commit. Throws nothing. */
type AfterCommit = (on: Sql) => Promise<void>;

/** Of each open transaction. */
const waiting = new WeakMap<Sql, AfterCommit[]>();
/** What is being done after commits on a pool. */
const running = new WeakMap<Sql, Set<Promise<void>>>();
/** Where it is done for each pool: it does not wait until a connection of the pool is free. */
const places = new WeakMap<Sql, Sql>();

/**
 * Has something done once a transaction is committed; at once if `sql` is not a transaction. It is not done when the
 * process ends in between.
 */
export function afterCommit(sql: Sql, work: AfterCommit): void {
  const list = waiting.get(sql);
  if (list === undefined) start(sql, work);
  else list.push(work);
}

/** Has all that follows commits on a pool done elsewhere. */
export function doAfterCommitsOn(place: Sql, pool: Sql): void {
  places.set(pool, place);
}

/** Resolves when all that follows commits on a pool is done. */
export async function finishAfterCommits(pool: Sql): Promise<void> {
  await Promise.all(running.get(pool) ?? []);
}

/**
 * Runs a transaction, and then what is to be done after its commit.
 * @param transaction Rejects when it is rolled back.
 */
export async function withAfterCommit<T>(pool: Sql, tx: Sql, transaction: () => Promise<T>): Promise<T> {
  const list: AfterCommit[] = [];
  waiting.set(tx, list);
  try {
    const result = await transaction();
    for (const work of list) start(pool, work);
    return result;
  } finally {
    waiting.delete(tx);
  }
}

function start(pool: Sql, work: AfterCommit): void {
  const unfinished = running.get(pool) ?? new Set();
  running.set(pool, unfinished);
  const done = work(places.get(pool) ?? pool).finally(() => unfinished.delete(done));
  unfinished.add(done);
}
