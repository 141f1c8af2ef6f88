import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands between a process and its database. */
export type Pooler = {
  /** Address of the database, by way of the pooler. */
  url: string;
  /** Notifications are passed on at any time from now on, as in session mode. */
  useSessionMode(): void;
  stop(): Promise<void>;
};

const readyForQuery = 'Z'.charCodeAt(0);
const notificationResponse = 'A'.charCodeAt(0);
const idle = 'I'.charCodeAt(0);

/**
 * Does to notifications what a connection pooler in transaction mode does: those that arrive while the client is in
 * no transaction are dropped, for at that time the server's connection is not the client's. (PgBouncer 1.18 in
 * transaction mode was compared; it need not be installed for this.)
 * @param port Where it listens; 0: on any free port.
 */
export async function startTransactionPooler(databaseUrl: string, port = 0): Promise<Pooler> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let drops = true;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let busy = false;
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => {
      busy = true;
      upstream.write(data);
    });
    const pass = (message: Buffer) => {
      const [type] = message;
      if (type === notificationResponse && drops && !busy) return;
      if (type === readyForQuery && message.at(-1) === idle) busy = false;
      client.write(message);
    };
    upstream.on('data', splitMessages(pass));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    useSessionMode() {
      drops = false;
    },
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Cuts a stream of the server's into messages: a letter, and the length of the rest, itself included. */
function splitMessages(onMessage: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const length = 1 + rest.readUInt32BE(1);
      onMessage(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}
