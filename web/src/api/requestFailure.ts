import { useState } from 'react';
import type { CombinedError } from 'urql';
import { t } from '../language/language.ts';
import { isOutage } from './availability.ts';
import { useReconnected } from './useReconnected.ts';

/** A request got no answer. */
export function unreachableMessage(): string {
  return t('connection.unreachable');
}

/** Why a request failed, for display. */
export function requestFailure(error: CombinedError): string {
  if (error.networkError) return unreachableMessage();
  const first = error.graphQLErrors[0];
  const requestId = first?.extensions.requestId;
  const message = first?.message ?? t('connection.serverError');
  return typeof requestId === 'string' ? `${message} ${t('connection.reference', { requestId })}` : message;
}

/** The same as state. Null without a failure, and after an outage. */
export function useRequestFailure(error: CombinedError | undefined): string | null {
  const [resolved, setResolved] = useState<CombinedError>();
  useReconnected(() => {
    if (error && isOutage(error)) setResolved(error);
  });
  return error === undefined || error === resolved ? null : requestFailure(error);
}
