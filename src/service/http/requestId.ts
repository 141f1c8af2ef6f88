import { v7 as uuid } from 'uuid';
import { logFields, withLogFields } from '../../logContext.ts';

/** Ids that a proxy may pass on; anything else is replaced, so that no caller can write into the logs. */
const acceptable = /^[\w.:-]{1,100}$/;

/** Id of a request: the one that came with it in `x-request-id`, or a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && acceptable.test(header) ? header : uuid();
}

/** Runs `work` as part of the request with that id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return withLogFields({ requestId }, work);
}

/** Id of the request that is being served; a new one outside of any. */
export function currentRequestId(): string {
  return logFields().requestId ?? uuid();
}
