import type { Sql } from '../../database/connection.ts';
import { retryWhileUnavailable } from '../../database/retryWhileUnavailable.ts';
import { topics } from '../listener/channels.ts';
import type { EventHub } from '../listener/hub.ts';
import { Signal } from '../listener/signal.ts';
import { abortable } from './abortable.ts';

type CanvasSource = { pool: Sql; hub: Pick<EventHub, 'subscribe'> };

/**
 * The canvas's id, whenever the canvas has changed: its objects, its title, or whether it is deleted. What is
 * told is that it has changed, not how; a slow reader skips states, but never rests on a stale one. Ends when
 * the canvas is removed for good.
 * @param after The version that the reader knows: a newer one is told at once. Undefined: only what is to come.
 */
export function followCanvas(
  source: CanvasSource,
  canvasId: string,
  after?: number,
): AsyncGenerator<string, void> {
  return abortable((leaving) => follow(source, canvasId, after, leaving));
}

async function* follow(
  { pool, hub }: CanvasSource,
  canvasId: string,
  after: number | undefined,
  leaving: AbortSignal,
) {
  const news = new Signal();
  const unsubscribe = hub.subscribe(topics.canvas(canvasId), news.raise);
  const look = () => retryWhileUnavailable(leaving, () => stateOf(pool, canvasId));
  try {
    const first = await look();
    let seen = first?.state;
    if (first !== undefined && after !== undefined && first.version !== after) yield canvasId;
    while (!leaving.aborted && seen !== undefined) {
      await news.wait(leaving);
      news.lower();
      const now = await look();
      if (now !== undefined && now.state !== seen) yield canvasId;
      seen = now?.state;
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  } finally {
    unsubscribe();
  }
}

/** What tells one state of the canvas from another; undefined when there is no such canvas (any more). */
async function stateOf(sql: Sql, canvasId: string): Promise<{ version: number; state: string } | undefined> {
  const { rows } = await sql.query<{ version: number; state: string }>(
    `SELECT version, concat_ws(' ', version, deleted_at, title) AS state FROM canvas WHERE id = $1`,
    [canvasId],
  );
  return rows[0];
}
