import { type Client, createClient } from 'graphql-ws';
import { observable } from './observable.ts';
import { authorization } from './token.ts';

/** `idle`: nobody listens to anything; `lost`: the connection broke and has not come back yet. */
export type Connection = 'idle' | 'live' | 'lost';

/** State of the one WebSocket that all subscriptions share. */
export const connection = observable<Connection>('idle');

/** How often to ask the server for a sign of life, and how long to wait for it, in ms. */
const PING_EVERY = 10_000;
const PONG_WITHIN = 5_000;

/**
 * The client of all subscriptions. It never retries by itself: a retry would replay the first payload, with
 * the cursor that the subscription began at (see `follow`).
 */
export function createSocket(url: string): Client {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    connectionParams: authorization,
    retryAttempts: 0,
    lazyCloseTimeout: 2_000,
    keepAlive: PING_EVERY,
    // Failures reach each subscription's own sink.
    onNonLazyError: () => undefined,
    on: {
      connected: () => connection.set('live'),
      closed(event) {
        clearTimeout(overdue);
        const wanted = event instanceof CloseEvent && event.code === 1000;
        connection.set(wanted ? 'idle' : 'lost');
      },
      ping(received) {
        if (!received) overdue = setTimeout(() => client.terminate(), PONG_WITHIN);
      },
      pong(received) {
        if (received) clearTimeout(overdue);
      },
    },
  });
  return client;
}

/** Where the API listens for WebSockets: beside the page, by TLS if the page came by TLS. */
export function socketUrl(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}
