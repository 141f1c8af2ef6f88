import { statement } from '../../../database/statement.ts';
import { workerAlive } from './workerAlive.ts';

export const countLiveWorkers = statement.value<number>(
  `SELECT count(*)::int FROM worker WHERE ${workerAlive}`,
);
