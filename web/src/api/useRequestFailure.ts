import { useState } from 'react';
import type { CombinedError } from 'urql';
import { requestFailure } from './messages.ts';
import { useReconnected } from './useReconnected.ts';

/** Why a request failed, in words; null without a failure. An outage is over when the connection is back. */
export function useRequestFailure(error: CombinedError | undefined): string | null {
  const [resolved, setResolved] = useState<CombinedError>();
  useReconnected(() => {
    if (error?.networkError) setResolved(error);
  });
  return error === undefined || error === resolved ? null : requestFailure(error);
}
