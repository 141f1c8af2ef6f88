import { useState } from 'react';
import type { CombinedError } from 'urql';
import { t } from '../../language/language.ts';
import { isOutage } from '../outages/availability.ts';
import { useReconnected } from '../outages/useReconnected.ts';
import { quoted } from './refusalText.ts';

/** A request got no answer. */
export function unreachableMessage(): string {
  return t('connection.unreachable');
}

/** Codes of errors that the catalogue words. */
const codes = [
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
] as const;

/** Why a request failed, for display. */
export function requestFailure(error: CombinedError): string {
  if (error.networkError) return unreachableMessage();
  const first = error.graphQLErrors[0];
  const code = codes.find((known) => known === first?.extensions.code);
  const requestId = first?.extensions.requestId;
  const isUnknown = first === undefined || code !== undefined;
  const text = isUnknown ? t(`connection.failed.${code ?? 'INTERNAL_SERVER_ERROR'}`) : quoted(first.message);
  return typeof requestId === 'string' ? `${text} ${t('connection.reference', { requestId })}` : text;
}

/** The same as state. Null without a failure, and after an outage. */
export function useRequestFailure(error: CombinedError | undefined): string | null {
  const [resolved, setResolved] = useState<CombinedError>();
  useReconnected(() => {
    if (error && isOutage(error)) setResolved(error);
  });
  return error === undefined || error === resolved ? null : requestFailure(error);
}
