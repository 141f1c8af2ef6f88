import type { CombinedError } from 'urql';
import { observable } from '../observable.ts';
import { isSignInNeeded } from '../session.ts';
import { connection, isOnline } from '../subscriptions/socket.ts';

/**
 * Whether requests can be answered; `failing`: the server, or its database, has not answered the last one; `signedOut`:
 * the token has expired.
 */
export type Availability = 'available' | 'offline' | 'signedOut' | 'restarting' | 'reconnecting' | 'failing';

/** What the user is told about the connection. */
export const availability = observable<Availability>('available');

/** Whether a request has failed for an outage, and none has been answered since. */
export const isFailing = observable(false);

/** Whether any data has been read since the page was opened. */
export const hasReadData = observable(false);

for (const source of [connection, isOnline, isFailing, isSignInNeeded]) {
  source.subscribe(() => availability.set(currentAvailability()));
}

function currentAvailability(): Availability {
  if (!isOnline.get()) return 'offline';
  if (isSignInNeeded.get()) return 'signedOut';
  if (connection.get() === 'restarting') return 'restarting';
  if (connection.get() === 'lost') return 'reconnecting';
  return isFailing.get() ? 'failing' : 'available';
}

/** Calls back when an outage is over. Returns a function that removes the listener. */
export function onReconnected(listener: () => void): () => void {
  let wasAvailable = availability.get() === 'available';
  return availability.subscribe(() => {
    const isAvailable = availability.get() === 'available';
    const isReconnected = isAvailable && !wasAvailable;
    wasAvailable = isAvailable;
    if (isReconnected) listener();
  });
}

/** Whether a request failed because the server or its database can't be reached: it may succeed later. */
export function isOutage(error: CombinedError): boolean {
  if (error.networkError) return true;
  return error.graphQLErrors.some(({ extensions }) => extensions.code === 'SERVICE_UNAVAILABLE');
}
