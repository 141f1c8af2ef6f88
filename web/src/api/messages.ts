import type { CombinedError } from 'urql';

export const UNREACHABLE = 'Can’t reach the server. Check your connection and try again.';

/** Why a request failed, for the person who made it. */
export function requestFailure(error: CombinedError): string {
  if (error.networkError) return UNREACHABLE;
  const first = error.graphQLErrors[0];
  const requestId = first?.extensions.requestId;
  const reference = typeof requestId === 'string' ? ` (reference ${requestId})` : '';
  return `${first?.message ?? 'Something went wrong on the server'}${reference}`;
}
