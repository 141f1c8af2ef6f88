import { CloseCode, type Context as Connection } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../../log.ts';
import { requestIdFrom } from '../../service/http/requestId.ts';
import { type Authenticate, type Authenticated, AuthenticationError } from '../auth/authenticate.ts';
import { Slots } from '../limits/slots.ts';

/** What a socket carries once `connection_init` was accepted. */
export type Carried = { authenticated: Authenticated | null };
export type Opened = Extra & Partial<Carried>;

/** "Try again later", in the registry of RFC 6455. Clients come back after it, unlike after 4429 or 4500. */
const tryAgainLater = 1013;

/** Longest delay that a timer can have; about 25 days. */
const longestDelayMs = 2_147_483_647;

/** Finds out who opens a connection, and whether they may have another one. False closes it with 4403. */
export function createOnConnect(authenticate: Authenticate, maxConnectionsPerUser: number, log: Logger) {
  const connections = new Slots(maxConnectionsPerUser);
  return async ({
    connectionParams,
    extra,
  }: Connection<Record<string, unknown>, Opened>): Promise<boolean> => {
    const { socket } = extra;
    try {
      const authenticated = await authenticate(authorizationParam(connectionParams));
      if (!holdSlot(connections, authenticated?.viewer.id ?? 'nobody', socket)) return false;
      if (authenticated?.expiresAt) closeAt(authenticated.expiresAt, socket);
      extra.authenticated = authenticated;
      return true;
    } catch (error) {
      const requestId = requestIdFrom(extra.request.headers['x-request-id']);
      if (error instanceof AuthenticationError) {
        log.info({ reason: error.reason, requestId }, 'a token was refused');
        return false;
      }
      log.error({ err: error, requestId }, 'a connection could not be opened');
      socket.close(tryAgainLater, 'The service cannot be reached at the moment');
      return false;
    }
  };
}

/** The `authorization` parameter of a WebSocket connection; names of parameters are matched in any case. */
function authorizationParam(params: Record<string, unknown> | undefined): string | null {
  const entry = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof entry?.[1] === 'string' ? entry[1] : null;
}

/** Takes a slot for as long as the socket is open, or closes it. */
function holdSlot(connections: Slots, user: string, socket: WebSocket): boolean {
  const release = connections.take(user);
  if (release === null) {
    socket.close(tryAgainLater, `You have ${connections.limit} connections, which is the limit`);
    return false;
  }
  socket.once('close', release);
  // It may have gone while the token was checked.
  if (socket.readyState === socket.CLOSED) release();
  return true;
}

/** Closes a socket when its token expires; 4403 makes clients come back with a new one. */
function closeAt(moment: Date, socket: WebSocket): void {
  const timer = setTimeout(
    () => socket.close(CloseCode.Forbidden, 'The token has expired'),
    Math.min(moment.getTime() - Date.now(), longestDelayMs),
  );
  socket.once('close', () => clearTimeout(timer));
}
