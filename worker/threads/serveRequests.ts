import { parentPort } from 'node:worker_threads';

/** A request as a thread receives it, with a number that is unique in its pool. */
export type NumberedRequest<Request> = { id: number; request: Request };

/**
 * Turns a function into the default export of a module that a `ThreadPool` runs. It reports when a request begins,
 * by its number: the time limit counts from then.
 * @param prepare Loads what a request needs; that is not part of its time
 */
export function serveRequests<Request, Reply>(
  answer: (request: Request) => Reply | Promise<Reply>,
  prepare: (request: Request) => void | Promise<void> = () => undefined,
) {
  return async ({ id, request }: NumberedRequest<Request>): Promise<Reply> => {
    await prepare(request);
    parentPort?.postMessage(id);
    return answer(request);
  };
}
