import { once } from 'node:events';
import { WebSocket } from 'ws';

/** What looks into another process's memory. */
export type Inspector = {
  /** Bytes of what is in use: objects, and buffers outside of the heap. All garbage is collected first. */
  memoryInUse(): Promise<number>;
  close(): void;
};

/** Options for Node with which a process can be looked into. */
export const inspectable = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** Connects to a process that was started with `inspectable`. @param output What it has written so far. */
export async function inspectProcess(output: string): Promise<Inspector> {
  const [address] = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(output) ?? [];
  if (address === undefined) throw new Error('the process has written no address of its inspector');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let calls = 0;
  const call = async (method: string): Promise<Record<string, number>> => {
    calls += 1;
    const id = calls;
    socket.send(JSON.stringify({ id, method }));
    for (;;) {
      const [message] = await once(socket, 'message');
      const answer = JSON.parse(String(message));
      if (answer.id === id) return answer.result;
    }
  };
  return {
    async memoryInUse() {
      await call('HeapProfiler.collectGarbage');
      const { usedSize = 0, backingStorageSize = 0 } = await call('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    },
    close: () => socket.terminate(),
  };
}
