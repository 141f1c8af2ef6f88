import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from './admission.ts';

/** Longest time that a client may take to close its side after a refusal, in milliseconds. */
const lingerMs = 2_000;

/**
 * Keeps an upgraded connection from ending the process: Node.js takes its own `error` listener off before it
 * emits `upgrade`, and a reset would otherwise be an unhandled error.
 */
export function containSocketErrors(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
}

/** Answers an upgrade with a status instead, and closes the connection, also when the client does not. */
export function refuseUpgrade(socket: Duplex, { status, error }: Refusal): void {
  const body = JSON.stringify({ error });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.on('close', () => clearTimeout(timer));
  // What the client has sent meanwhile is read: unread bytes would turn the close into a reset, before the answer.
  socket.resume();
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
