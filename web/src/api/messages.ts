import type { CombinedError } from 'urql';

/** What went wrong with a request, in words for the person who made it. */
export function requestFailure(error: CombinedError): string {
  if (error.networkError) return 'The server can’t be reached. Check your connection and try again.';
  const first = error.graphQLErrors[0];
  const requestId = first?.extensions.requestId;
  const reference = typeof requestId === 'string' ? ` (reference ${requestId})` : '';
  return `${first?.message ?? 'Something went wrong on the server'}${reference}`;
}
