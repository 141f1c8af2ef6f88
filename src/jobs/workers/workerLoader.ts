import DataLoader from 'dataloader';
import type pg from 'pg';
import { findWorkers, type WorkerInfo } from './sql/readWorkers.ts';

/** Finds workers by their ids; those of one tick with one statement. Null for one that doesn't exist. */
export type WorkerLoader = DataLoader<string, WorkerInfo | null>;

export function createWorkerLoader(pool: pg.Pool): WorkerLoader {
  return new DataLoader(
    async (ids) => {
      const found = new Map((await findWorkers(pool, { ids })).map((worker) => [worker.id, worker]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false },
  );
}
