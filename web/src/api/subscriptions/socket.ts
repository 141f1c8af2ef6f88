import { type Client, createClient } from 'graphql-ws';
import { observable } from '../observable.ts';
import { authorization } from '../token.ts';

/**
 * `idle`: no subscription is open; `lost`: the connection broke and is not back yet; `restarting`: the same, shortly
 * after the server has closed it to restart.
 */
export type Connection = 'idle' | 'live' | 'lost' | 'restarting';

/** State of the one WebSocket that all subscriptions share. */
export const connection = observable<Connection>('idle');

/** Whether the browser has a network. */
export const isOnline = observable(true);

/** Close codes of the protocol. */
const closedByClient = 1000;
const goingAway = 1001;
/** How long a restart of the server may take, in ms. */
const restartTime = 30_000;

/** How often to ping the server, and how long to wait for its pong, in ms. */
const pingInterval = 10_000;
const pongTimeout = 5_000;

/** How long to wait for a connection, in ms. On a network that has gone silent, browsers wait for minutes. */
const connectTimeout = 10_000;

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
  let restartedAt = Number.NEGATIVE_INFINITY;
  const client = createClient({
    url,
    connectionParams: authorization,
    retryAttempts: 0,
    lazyCloseTimeout: 2_000,
    keepAlive: pingInterval,
    // Failures reach each subscription's own sink.
    onNonLazyError: () => undefined,
    on: {
      connecting: () => terminateAfter(connectTimeout),
      opened(opened) {
        socket = opened as WebSocket;
      },
      connected() {
        clearTimeout(overdue);
        connection.set('live');
      },
      closed(event) {
        clearTimeout(overdue);
        socket = undefined;
        const code = event instanceof CloseEvent ? event.code : undefined;
        if (code === goingAway) restartedAt = Date.now();
        const isRestarting = Date.now() - restartedAt < restartTime;
        connection.set(code === closedByClient ? 'idle' : isRestarting ? 'restarting' : 'lost');
      },
      ping(received) {
        if (!received) terminateAfter(pongTimeout);
      },
      pong(received) {
        if (received) clearTimeout(overdue);
      },
    },
  });

  /** Ends the connection if there is no answer in time. */
  function terminateAfter(timeout: number): void {
    clearTimeout(overdue);
    overdue = setTimeout(() => client.terminate(), timeout);
  }

  function probe(): void {
    if (document.visibilityState !== 'visible' || socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify({ type: 'ping' }));
    terminateAfter(pongTimeout);
  }

  isOnline.set(navigator.onLine);
  addEventListener('online', () => {
    isOnline.set(true);
    probe();
  });
  addEventListener('offline', () => {
    isOnline.set(false);
    client.terminate();
  });
  document.addEventListener('visibilitychange', probe);
  return client;
}

/** The WebSocket address of the server that served the page; over TLS if the page was. */
export function socketUrl(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}
