import { serveRequests } from '../../worker/threads/serveRequests.ts';

/** What a thread in a test is asked to do. */
export type TestRequest =
  | { echo: string }
  | { fail: string }
  | { loop: true; started: SharedArrayBuffer }
  | { exit: true }
  | { fill: true }
  | { crash: true };

export default serveRequests((request: TestRequest) => {
  if ('echo' in request) return request.echo;
  if ('fail' in request) throw new Error(request.fail);
  if ('exit' in request) return process.exit(1);
  if ('fill' in request) {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
  }
  if ('crash' in request) {
    setImmediate(() => {
      throw new Error('the thread has a defect');
    });
    return new Promise<string>(() => undefined);
  }
  const started = new Int32Array(request.started);
  Atomics.store(started, 0, 1);
  Atomics.notify(started, 0);
  for (;;);
});
