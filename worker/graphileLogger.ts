import { Logger as GraphileLogger } from 'graphile-worker';
import type { Logger } from '../src/log.ts';

/** Graphile Worker's log in ours. What it tells about single jobs, the attempts tell better. */
export function graphileLogger(log: Logger): GraphileLogger {
  const child = log.child({ component: 'graphile-worker' });
  return new GraphileLogger(() => (level, message, { error, fatalError } = {}) => {
    const fields = { err: error ?? fatalError };
    if (level === 'error') child.error(fields, message);
    else if (level === 'warning') child.warn(fields, message);
    else child.debug(message);
  });
}
