import type { SupervisorReport } from './supervisor.ts';

/** What a service has to know about the process that it runs in. */
export type ServiceProcess = {
  /** Aborted when the process is asked to stop; ends a start, too. */
  stopping: AbortSignal;
  /** States of the services under the same supervisor; undefined without one. */
  supervised: () => SupervisorReport | undefined;
};

/** A process that nobody stops or supervises, for services that are started by other means. */
export const unsupervised: ServiceProcess = {
  stopping: new AbortController().signal,
  supervised: () => undefined,
};
