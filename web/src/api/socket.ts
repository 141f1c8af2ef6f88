import { type Client, createClient } from 'graphql-ws';
import { observable } from './observable.ts';
import { authorization } from './token.ts';

/** `idle`: no subscription is open; `lost`: the connection broke and is not back yet. */
export type Connection = 'idle' | 'live' | 'lost';

/** State of the one WebSocket that all subscriptions share. */
export const connection = observable<Connection>('idle');

/** How often to ping the server, and how long to wait for its pong, in ms. */
const pingInterval = 10_000;
const pongTimeout = 5_000;

/**
 * The client of all subscriptions. It never retries by itself: a retry would replay the first payload, with
 * the cursor at which the subscription began (see `keepSubscribed`).
 *
 * After sleep or a change of network, a connection may be dead without an error. So it is pinged regularly, and
 * at once when the page is visible again or the network is back.
 */
export function createSocket(url: string): Client {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  const client = createClient({
    url,
    connectionParams: authorization,
    retryAttempts: 0,
    lazyCloseTimeout: 2_000,
    keepAlive: pingInterval,
    // Failures reach each subscription's own sink.
    onNonLazyError: () => undefined,
    on: {
      opened(opened) {
        socket = opened as WebSocket;
      },
      connected: () => connection.set('live'),
      closed(event) {
        clearTimeout(overdue);
        socket = undefined;
        const wanted = event instanceof CloseEvent && event.code === 1000;
        connection.set(wanted ? 'idle' : 'lost');
      },
      ping(received) {
        if (!received) awaitPong();
      },
      pong(received) {
        if (received) clearTimeout(overdue);
      },
    },
  });

  function awaitPong(): void {
    clearTimeout(overdue);
    overdue = setTimeout(() => client.terminate(), pongTimeout);
  }

  function probe(): void {
    if (document.visibilityState !== 'visible' || socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify({ type: 'ping' }));
    awaitPong();
  }

  addEventListener('online', probe);
  addEventListener('offline', () => client.terminate());
  document.addEventListener('visibilitychange', probe);
  return client;
}

/** The WebSocket address of the server that served the page; over TLS if the page was. */
export function socketUrl(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}
