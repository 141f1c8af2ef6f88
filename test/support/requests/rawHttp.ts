import { connect } from 'node:net';

/** How the client's side of a connection ends after the bytes are sent. */
export type Ending = 'wait' | 'finish' | 'reset';

/** Longest time that a client waits for an answer, in milliseconds: many of these requests are incomplete. */
const answerTimeoutMs = 2_000;

/**
 * Sends bytes, one for each character, over a connection of its own.
 *
 * - `wait` reads until there is an answer's head, or the server closes the connection
 * - `finish` half-closes at once, and reads until the server closes the connection
 * - `reset` sends a TCP reset as soon as there is an answer, or at once if `answered` is false
 *
 * @returns what came back; null when nothing did
 */
export function exchangeRaw(
  port: number,
  text: string,
  {
    ending = 'wait',
    answered = true,
    waitMs = answerTimeoutMs,
  }: { ending?: Ending; answered?: boolean; waitMs?: number } = {},
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let answer = '';
    const leave = () => {
      if (ending === 'reset') socket.resetAndDestroy();
      else socket.destroy();
    };
    const timer = setTimeout(leave, waitMs);
    socket.setEncoding('latin1');
    socket.on('connect', () => {
      socket.write(text, 'latin1');
      if (ending === 'finish') socket.end();
      if (ending === 'reset' && !answered) leave();
    });
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\r\n\r\n') && ending !== 'finish') leave();
    });
    socket.on('end', leave);
    // A reset by the server is an answer, too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer === '' ? null : answer);
    });
  });
}

/** The status of an answer; null when there was none. */
export function statusOf(answer: string | null): number | null {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer ?? '')?.[1];
  return status === undefined ? null : Number(status);
}
