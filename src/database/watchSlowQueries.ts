import type pg from 'pg';
import type { Logger } from '../log.ts';
import { PreparingClient } from './preparedStatements.ts';

/** Longest text of a statement that is logged. */
const maxTextLength = 2_000;

export type SlowQueryWatch = {
  watch(client: pg.ClientBase): void;
  /** Slow statements so far. */
  count(): number;
};

/**
 * Logs and counts statements whose answers take long, with their text: values are never part of it.
 * @param afterMs Milliseconds; 0: none is slow.
 */
export function watchSlowQueries(log: Logger, afterMs: number): SlowQueryWatch {
  let count = 0;
  const onAnswer = (text: string, ms: number) => {
    if (ms < afterMs) return;
    count += 1;
    const statement = text.replaceAll(/\s+/g, ' ').trim().slice(0, maxTextLength);
    log.warn({ statement, ms: Math.round(ms) }, 'a statement took long');
  };
  return {
    watch(client) {
      if (afterMs > 0 && client instanceof PreparingClient) client.onAnswer = onAnswer;
    },
    count: () => count,
  };
}
