import { CloseCode, type Context as Connection } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../../../log.ts';
import { requestIdFrom } from '../../../service/http/requestId.ts';
import { type Authenticate, type Authenticated, AuthenticationError } from '../../auth/authenticate.ts';
import { Slots } from '../../limits/slots.ts';

/** What a socket holds once `connection_init` was accepted. */
export type Carried = { authenticated: Authenticated | null };
export type Opened = Extra & Partial<Carried>;

/** "Try again later" in the registry of RFC 6455. Clients reconnect after it, unlike after 4429 or 4500. */
const tryAgainLater = 1013;

/** Longest delay of a timer, about 25 days. */
const longestDelayMs = 2_147_483_647;

/** Authenticates a connection and checks the limit of connections. False closes it with 4403. */
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

/** The `authorization` parameter of a connection, in any case. */
function authorizationParam(params: Record<string, unknown> | undefined): string | null {
  const entry = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof entry?.[1] === 'string' ? entry[1] : null;
}

/** Takes a slot while the socket is open, or closes it when there is none. */
function holdSlot(connections: Slots, user: string, socket: WebSocket): boolean {
  const release = connections.take(user);
  if (release === null) {
    socket.close(tryAgainLater, `You have ${connections.limit} connections, which is the limit`);
    return false;
  }
  socket.once('close', release);
  // The socket may have closed while the token was verified.
  if (socket.readyState === socket.CLOSED) release();
  return true;
}

/** Closes a socket when its token expires; after 4403, clients reconnect with a new one. */
function closeAt(moment: Date, socket: WebSocket): void {
  const timer = setTimeout(
    () => socket.close(CloseCode.Forbidden, 'The token has expired'),
    Math.min(moment.getTime() - Date.now(), longestDelayMs),
  );
  socket.once('close', () => clearTimeout(timer));
}
