import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Config } from '../../../config.ts';
import type { Viewer } from '../../auth/viewer.ts';
import type { Allowance } from './allowance.ts';
import type { QueryAllowance } from './queryAllowance.ts';

/**
 * The fields `RateLimit-Policy` and `RateLimit`, as in draft-ietf-httpapi-ratelimit-headers-11: `q` requests in `w`
 * seconds; `r` are left, and the allowance is full again in `t` seconds.
 */

type Policy = 'queries' | 'mutations';

/** Says how much a user may send. Every answer of the endpoint has it. */
export function setRateLimitPolicy(
  response: ServerResponse,
  config: Pick<Config, 'MAX_QUERIES_PER_MINUTE' | 'MAX_MUTATIONS_PER_MINUTE'>,
): void {
  const { MAX_QUERIES_PER_MINUTE: queries, MAX_MUTATIONS_PER_MINUTE: mutations } = config;
  response.setHeader('RateLimit-Policy', `"queries";q=${queries};w=60, "mutations";q=${mutations};w=60`);
}

/** Says what is left of the viewer's allowance. `response` is undefined over WebSocket, which has no headers. */
export function setRateLimit(
  response: ServerResponse | undefined,
  policy: Policy,
  { remaining, fullInMs }: Allowance,
): void {
  if (response === undefined || response.headersSent) return;
  response.setHeader('RateLimit', `"${policy}";r=${remaining};t=${Math.ceil(fullInMs / 1_000)}`);
}

/** Adds `RateLimit` to the answers to requests that took nothing from an allowance, such as invalid ones. */
export function useRateLimitHeaders(
  allowance: QueryAllowance,
  viewerOf: (request: Request) => Promise<Viewer | null>,
): Plugin<object, { res?: ServerResponse }> {
  return {
    async onResponse({ request, serverContext: { res } }) {
      if (res === undefined || res.hasHeader('RateLimit')) return;
      // A request with an invalid token belongs to nobody.
      const viewer = await viewerOf(request).catch(() => null);
      if (viewer !== null) setRateLimit(res, 'queries', allowance.read(viewer.id));
    },
  };
}
