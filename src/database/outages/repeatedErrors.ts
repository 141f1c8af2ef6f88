import type { Logger } from '../../log.ts';
import { isUnavailable } from './isUnavailable.ts';

/** Reports errors of a task that is repeated all the time. */
export type RepeatedErrors = {
  /** Logs an error, unless the task failed in the same way the last time. */
  failed(error: unknown): void;
  succeeded(): void;
};

/** @param message What has failed. Outages of the database are left out: its other users report them. */
export function reportRepeatedErrors(log: Pick<Logger, 'error'>, message: string): RepeatedErrors {
  let reported: string | undefined;
  return {
    failed(error) {
      if (isUnavailable(error)) return;
      const text = String(error);
      if (text !== reported) log.error({ err: error }, message);
      reported = text;
    },
    succeeded() {
      reported = undefined;
    },
  };
}
