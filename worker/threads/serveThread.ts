import { parentPort } from 'node:worker_threads';

/** What a thread sends: that it has loaded, or how a request ended. */
export type ThreadMessage<Reply> =
  | { type: 'ready' }
  | { type: 'reply'; reply: Reply }
  | { type: 'failure'; error: unknown };

/** The inside of a `TimedThread`: answers every request with what `answer` gives or throws. */
export function serveThread<Request, Reply>(answer: (request: Request) => Reply | Promise<Reply>): void {
  const send = (message: ThreadMessage<Reply>) => parentPort?.postMessage(message);
  parentPort?.on('message', async (request: Request) => {
    try {
      send({ type: 'reply', reply: await answer(request) });
    } catch (error) {
      send({ type: 'failure', error });
    }
  });
  send({ type: 'ready' });
}
