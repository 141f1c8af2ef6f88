// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connection, createSocket, isOnline } from './socket.ts';

const sockets: FakeSocket[] = [];

/** The browser's end of a connection; the test acts as the server. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState: number = FakeSocket.OPEN;
  sent: string[] = [];
  onopen: () => void = () => undefined;
  onclose: (event: CloseEvent) => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;

  constructor() {
    sockets.push(this);
  }

  send(message: string): void {
    this.sent.push(JSON.parse(message).type);
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED;
  }

  closeByServer(code: number): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose(new CloseEvent('close', { code }));
  }

  receive(type: string): void {
    this.onmessage({ data: JSON.stringify({ type }) });
  }
}

function look(visibility: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A page with a subscription. Returns its connection, which is not open yet, and the errors of the subscription. */
async function connect() {
  const broken = vi.fn();
  const client = createSocket('ws://here/graphql');
  client.subscribe(
    { query: 'subscription { jobUpdates { id } }' },
    { next: () => undefined, error: broken, complete: () => undefined },
  );
  await vi.advanceTimersByTimeAsync(0);
  const socket = sockets.at(-1);
  if (!socket) throw new Error('nothing was opened');
  return { socket, broken };
}

/** The same with a live connection. */
async function setup() {
  const { socket, broken } = await connect();
  socket.onopen();
  await vi.advanceTimersByTimeAsync(0);
  socket.receive('connection_ack');
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.get()).toBe('live');
  socket.sent = [];
  return { socket, broken };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  look('visible');
});

afterEach(() => {
  dispatchEvent(new Event('offline'));
  isOnline.set(true);
  sockets.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the connection', () => {
  test.each([
    ['the page is visible again', () => look('visible')],
    ['the network is back', () => dispatchEvent(new Event('online'))],
  ])('is pinged at once when %s, and closed without a pong', async (_when, happens) => {
    const { socket, broken } = await setup();
    happens();
    expect(socket.sent).toEqual(['ping']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(broken).toHaveBeenCalledTimes(1);
    expect(connection.get()).toBe('lost');
  });

  test('stays open after a pong', async () => {
    const { socket, broken } = await setup();
    look('visible');
    socket.receive('pong');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(broken).not.toHaveBeenCalled();
    expect(connection.get()).toBe('live');
  });

  test('is pinged regularly', async () => {
    const { socket, broken } = await setup();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(socket.sent).toEqual(['ping']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(broken).toHaveBeenCalledTimes(1);
  });

  test('is given up when the server does not answer, so that another one is tried', async () => {
    const { socket, broken } = await connect();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(broken).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(broken).toHaveBeenCalledTimes(1);
    expect([connection.get(), socket.readyState]).toEqual(['lost', FakeSocket.CLOSED]);
  });

  test('is not pinged when the page is hidden', async () => {
    const { socket } = await setup();
    look('hidden');
    expect(socket.sent).toEqual([]);
  });

  test('is closed at once when the network is gone', async () => {
    const { broken } = await setup();
    dispatchEvent(new Event('offline'));
    await vi.advanceTimersByTimeAsync(0);
    expect(broken).toHaveBeenCalledTimes(1);
    expect(connection.get()).toBe('lost');
  });

  test.each([
    [1001, 'restarting'],
    [1006, 'lost'],
  ])('that the server closes with %i is %s', async (code, state) => {
    const { socket } = await setup();
    socket.closeByServer(code);
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.get()).toBe(state);
  });

  test('reports a network that is gone, and back', async () => {
    await setup();
    dispatchEvent(new Event('offline'));
    expect(isOnline.get()).toBe(false);
    dispatchEvent(new Event('online'));
    expect(isOnline.get()).toBe(true);
  });
});
