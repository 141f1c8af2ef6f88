import { parentPort } from 'node:worker_threads';

/** A request as a thread receives it, with a number that is unique in its pool. */
export type NumberedRequest<Request> = { id: number; request: Request };

/**
 * Turns a function into the default export of a module that a `ThreadPool` runs. It reports when a request begins,
 * by its number: the time limit counts from then.
 */
export function serveRequests<Request, Reply>(answer: (request: Request) => Reply | Promise<Reply>) {
  return ({ id, request }: NumberedRequest<Request>): Reply | Promise<Reply> => {
    parentPort?.postMessage(id);
    return answer(request);
  };
}
