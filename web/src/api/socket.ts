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
 *
 * A connection may be dead without anybody having been told, above all after sleep or a change of the network. So
 * it is asked for a sign of life regularly, and at once when the page is looked at again or the network is back.
 */
export function createSocket(url: string): Client {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  const client = createClient({
    url,
    connectionParams: authorization,
    retryAttempts: 0,
    lazyCloseTimeout: 2_000,
    keepAlive: PING_EVERY,
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
    overdue = setTimeout(() => client.terminate(), PONG_WITHIN);
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

/** Where the API listens for WebSockets: beside the page, by TLS if the page came by TLS. */
export function socketUrl(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}
