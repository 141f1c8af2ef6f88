import { retryWhileUnavailable } from '../../database/outages/retryWhileUnavailable.ts';
import type { Sql } from '../../database/statement.ts';
import { topics } from '../listener/channels.ts';
import type { EventHub } from '../listener/hub.ts';
import { Signal } from '../listener/signal.ts';
import { abortable } from './abortable.ts';
import { readCanvasState } from './sql/readCanvasState.ts';

type CanvasSource = { pool: Sql; hub: Pick<EventHub, 'subscribe'> };

/**
 * Yields the canvas's id whenever the canvas has changed: its objects, its title, or whether it is deleted. A slow
 * subscriber skips states, but always gets the id after the last change. Ends when the canvas is removed for good.
 * @param after The version that the subscriber has: a newer one is reported at once. Undefined: only later changes.
 */
export function subscribeToCanvas(
  source: CanvasSource,
  canvasId: string,
  after?: number,
): AsyncGenerator<string, void> {
  return abortable((leaving) => generate(source, canvasId, after, leaving));
}

async function* generate(
  { pool, hub }: CanvasSource,
  canvasId: string,
  after: number | undefined,
  leaving: AbortSignal,
) {
  const wakeUp = new Signal();
  const unsubscribe = hub.subscribe(topics.canvas(canvasId), wakeUp.raise);
  const readState = () => retryWhileUnavailable(leaving, () => readCanvasState(pool, { canvasId }));
  try {
    const first = await readState();
    let known = first?.state;
    if (first !== undefined && after !== undefined && first.version !== after) yield canvasId;
    while (!leaving.aborted && known !== undefined) {
      await wakeUp.wait(leaving);
      wakeUp.lower();
      const now = await readState();
      if (now !== undefined && now.state !== known) yield canvasId;
      known = now?.state;
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  } finally {
    unsubscribe();
  }
}
