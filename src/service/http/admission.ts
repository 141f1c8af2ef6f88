import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.ts';
import { createHostPolicy } from './hosts.ts';
import { parseRequestTarget } from './requestTarget.ts';

/** Why a request or an upgrade is refused. */
export type Refusal = { status: number; error: string };

/** The path that a request asks for, or why it is refused. Brings `request.url` into the form of a path. */
export type Admit = (request: IncomingMessage) => { path: string } | Refusal;

/** Asked by probes and by Prometheus, by the address of a process rather than by its name. */
const probed = ['/health', '/ready', '/metrics'];

const badTarget: Refusal = { status: 400, error: 'The request target is neither a path nor an http(s) URL.' };
const badHost: Refusal = { status: 400, error: 'The Host header is not the name of a host.' };

/** Checks the request's target and host, for requests and upgrades of every server. */
export function createAdmission(config: Pick<Config, 'auth' | 'ALLOWED_HOSTS'>): Admit {
  const policyOf = createHostPolicy(config);
  const isDemo = config.auth.mode === 'demo';
  const foreignHost: Refusal = {
    status: 403,
    error: isDemo
      ? 'Demo mode is served to this machine only: use localhost, 127.0.0.1 or [::1] in the address, or name the host in ALLOWED_HOSTS.'
      : 'This host is not served here. Operators list hosts in ALLOWED_HOSTS.',
  };
  return (request) => {
    const target = parseRequestTarget(request.url);
    if (target === null) return badTarget;
    const policies = [request.headers.host, target.host ?? request.headers.host].map(policyOf);
    if (policies.includes('malformed')) return badHost;
    if (policies.includes('foreign') && (isDemo || !probed.includes(target.path))) return foreignHost;
    // All that read it from here on agree about it.
    request.url = `${target.path}${target.query}`;
    return { path: target.path };
  };
}
