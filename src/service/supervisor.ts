import { z } from 'zod';

const serviceReport = z.object({
  /** `waiting`: it has ended, and starts again at `nextStartAt`. */
  state: z.enum(['starting', 'ready', 'waiting', 'stopped']),
  /** How often it has been started again because it had ended by itself. */
  restarts: z.number().int(),
  /** How it ended last, for example `code 1` or `killed by SIGKILL`; null when it never did. */
  lastExit: z.string().nullable(),
  /** When it ended last, in ISO 8601. */
  lastExitAt: z.string().nullable(),
  /** When it is started again, in ISO 8601; null unless it waits for that. */
  nextStartAt: z.string().nullable(),
});

const supervisorReport = z.record(z.string(), serviceReport);

/** State of a service under a supervisor. */
export type ServiceReport = z.infer<typeof serviceReport>;

/** States of all services of one supervisor, by name. */
export type SupervisorReport = z.infer<typeof supervisorReport>;

/**
 * Calls `onExit` once when the supervisor that started this process has ended, also if it was killed: the channel between
 * them closes. At once if it has ended already. Does nothing in a process without a supervisor, which has no channel.
 */
export function onSupervisorExit(onExit: () => void): void {
  if (process.connected === undefined) return;
  if (!process.connected) {
    onExit();
    return;
  }
  process.once('disconnect', onExit);
  process.channel?.unref(); // listening alone must not keep the process from ending by itself
}

/**
 * Receives the states of the services that the supervisor runs.
 * @returns Gives the latest states; undefined without a supervisor, or before it has sent any.
 */
export function receiveSupervisorReports(): () => SupervisorReport | undefined {
  let latest: SupervisorReport | undefined;
  if (process.connected) {
    process.on('message', (message) => {
      const report = supervisorReport.safeParse(message);
      if (report.success) latest = report.data;
    });
    process.channel?.unref();
  }
  return () => latest;
}

/** The process that a service runs in. */
export type ServiceProcess = {
  /** Aborted when the process is asked to stop; ends a start, too. */
  stopping: AbortSignal;
  /** States of the services under the same supervisor; undefined without one. */
  supervised: () => SupervisorReport | undefined;
};

/** A process without stop requests and without a supervisor, for services within another program. */
export const unsupervised: ServiceProcess = {
  stopping: new AbortController().signal,
  supervised: () => undefined,
};
