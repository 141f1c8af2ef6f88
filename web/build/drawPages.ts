import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Drawn } from './drawPages.worker.ts';

/**
 * Draws the pages on a thread.
 * @param script What runs there: it posts the drawn pages.
 * @throws Error when the thread fails, or ends without having posted them.
 */
export async function drawPages(
  script: string | URL = join(import.meta.dirname, 'drawPages.worker.ts'),
): Promise<Drawn[]> {
  const worker = new Worker(script);
  const ended = once(worker, 'exit').then(([code]): never => {
    throw new Error(`The pages could not be drawn: the thread ended with code ${code}.`);
  });
  try {
    const [drawn] = await Promise.race([once(worker, 'message'), ended]);
    return drawn;
  } finally {
    await worker.terminate();
  }
}
