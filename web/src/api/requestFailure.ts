import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useReconnected } from './useReconnected.ts';

export const unreachableMessage = 'Can’t reach the server. Check your connection and try again.';

/** Why a request failed, for display. */
export function requestFailure(error: CombinedError): string {
  if (error.networkError) return unreachableMessage;
  const first = error.graphQLErrors[0];
  const requestId = first?.extensions.requestId;
  const reference = typeof requestId === 'string' ? ` (reference ${requestId})` : '';
  return `${first?.message ?? 'Something went wrong on the server'}${reference}`;
}

/** The same as state. Null without a failure, and after an outage when the connection is restored. */
export function useRequestFailure(error: CombinedError | undefined): string | null {
  const [resolved, setResolved] = useState<CombinedError>();
  useReconnected(() => {
    if (error?.networkError) setResolved(error);
  });
  return error === undefined || error === resolved ? null : requestFailure(error);
}
