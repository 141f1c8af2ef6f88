import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

/** WebSockets as they are, for tests of what clients hide. */

/** Opens a socket of the protocol; nothing is sent yet. */
export function openSocket(endpoint: string, options?: ClientOptions): WebSocket {
  return new WebSocket(endpoint.replace('http', 'ws'), 'graphql-transport-ws', options);
}

/** Opens a connection with these parameters; resolves when it was accepted or closed. */
export async function openConnection(endpoint: string, payload: Record<string, unknown> = {}) {
  const socket = openSocket(endpoint);
  const closed = closeOf(socket);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const outcome = await Promise.race([once(socket, 'message').then(() => 'accepted' as const), closed]);
  return { socket, outcome, closed };
}

/** How a socket is closed. */
export async function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = await once(socket, 'close');
  return { code, reason: String(reason) };
}
