import { isLoopbackName } from '../../config/isLoopbackName.ts';
import type { Config } from '../../config.ts';

/** Whether a host, as in the `Host` header, is well-formed, and one of those that are served here. */
export type HostPolicy = (host: string | undefined) => 'served' | 'foreign' | 'malformed';

const shape = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/**
 * Decides which hosts are served. In demo mode every caller is an operator, so only names of this machine are: a page of another site can point its own name at 127.0.0.1 (DNS rebinding), and the browser would take
 * both for one origin. Otherwise all are, unless `ALLOWED_HOSTS` lists them.
 */
export function createHostPolicy({
  auth,
  ALLOWED_HOSTS,
}: Pick<Config, 'auth' | 'ALLOWED_HOSTS'>): HostPolicy {
  const isRestricted = auth.mode === 'demo' || ALLOWED_HOSTS.length > 0;
  return (host) => {
    // Only HTTP/1.0 comes without, and no browser speaks that.
    if (host === undefined) return isRestricted ? 'foreign' : 'served';
    const name = shape.exec(host)?.[1]?.toLowerCase();
    if (name === undefined || !URL.canParse(`http://${host}`)) return 'malformed';
    return !isRestricted || isLoopbackName(name) || ALLOWED_HOSTS.includes(name) ? 'served' : 'foreign';
  };
}
