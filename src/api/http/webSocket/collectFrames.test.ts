import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { collectFrames } from './collectFrames.ts';

/** A socket that keeps what is sent, and what is done to its connection, in order. */
function setup(bufferedAmount: number) {
  const done: string[] = [];
  const written: (() => void)[] = [];
  const socket = {
    bufferedAmount,
    send(data: string, onSent: () => void) {
      done.push(data);
      written.push(onSent);
    },
  } as unknown as WebSocket;
  const stream = { cork: () => void done.push('cork'), uncork: () => void done.push('uncork') };
  collectFrames(socket, stream);
  return { socket, done, written };
}

test('the frames of one turn of the event loop are written together, and their senders go on', async () => {
  const { socket, done } = setup(0);
  const onSent = vi.fn();
  for (const frame of ['a', 'b']) socket.send(frame, onSent);
  expect(onSent).toHaveBeenCalledTimes(2);
  await nextTurn();
  socket.send('c', onSent);
  await nextTurn();
  expect(done).toEqual(['cork', 'a', 'b', 'uncork', 'cork', 'c', 'uncork']);
});

test('the sender waits while much waits for a slow client', () => {
  const { socket, written } = setup(65_536);
  const onSent = vi.fn();
  socket.send('a', onSent);
  expect(onSent).not.toHaveBeenCalled();
  written[0]?.();
  expect(onSent).toHaveBeenCalledOnce();
});
