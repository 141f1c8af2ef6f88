import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Bytes that may wait for a client before those who send wait for it, too. */
const maxWaitingBytes = 65_536;

type Sent = Parameters<WebSocket['send']>;

/**
 * Sends the frames of one turn of the event loop with one system call. A subscription that has several events at once
 * does not wait for each to be written, unless the client reads too slowly.
 * @param stream The connection of the socket.
 */
export function collectFrames(socket: WebSocket, stream: Pick<Duplex, 'cork' | 'uncork'>): void {
  const send = socket.send.bind(socket);
  let isCollecting = false;
  const collect = () => {
    if (isCollecting) return;
    isCollecting = true;
    stream.cork();
    setImmediate(() => {
      isCollecting = false;
      stream.uncork();
    });
  };
  socket.send = (data: Sent[0], done?: unknown) => {
    collect();
    const onSent = done as (error?: Error) => void;
    if (socket.bufferedAmount >= maxWaitingBytes) return send(data, onSent);
    // A socket that breaks is closed, which ends its subscriptions.
    send(data, () => undefined);
    onSent?.();
  };
}
