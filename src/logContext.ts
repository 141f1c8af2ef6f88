import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids of what a process is doing: they are in every line that is logged meanwhile. */
export type LogFields = {
  requestId?: string;
  userId?: string;
  jobId?: string;
  attempt?: number;
  workerId?: string;
  traceId?: string;
};

const current = new AsyncLocalStorage<LogFields>();

/** Runs `work` with these ids alone: it has nothing to do with what had this process call it. */
export function withOnlyLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run(fields, work);
}

/** Runs `work` with these ids besides those that hold already. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run({ ...current.getStore(), ...fields }, work);
}

/** The ids that hold now. */
export function logFields(): LogFields {
  return current.getStore() ?? {};
}
