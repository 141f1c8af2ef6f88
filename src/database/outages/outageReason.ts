import { isUnavailable } from './isUnavailable.ts';
import { sqlStateOf } from './sqlState.ts';

/** What keeps PostgreSQL from doing its work, by SQLSTATE: how a sentence goes on that begins with "the database". */
const reasons: Record<string, string> = {
  '25006': 'is read-only: it is a standby, or was set so',
  '53000': 'has run out of a resource',
  '53100': 'has no space left on its disk',
  '53200': 'has run out of memory',
  '53300': 'has no free connections',
  '53400': 'has reached a limit of its configuration',
  '57P01': 'is shutting down',
  '57P02': 'is restarting after a crash',
  '57P03': 'is starting up or shutting down',
  '57P05': 'has closed a connection that was idle',
  '58030': 'cannot read or write its files',
};

/**
 * Why the database cannot be used for now: how a sentence goes on that begins with "the database". Undefined when the
 * error is about something else.
 */
export function outageReason(error: unknown): string | undefined {
  if (!isUnavailable(error)) return undefined;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return reasons[sqlStateOf(first) ?? ''] ?? 'cannot be reached';
}
