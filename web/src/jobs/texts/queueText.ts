import { t } from '../../language/language.ts';
import type { QueueState } from '../updates/useQueueState.ts';

/** Why no queued job starts; null if jobs start. */
export function queueText(queue: QueueState | null): string | null {
  if (queue?.paused) {
    return queue.reason ? t('jobs.queue.pausedWhy', { reason: queue.reason }) : t('jobs.queue.paused');
  }
  return queue?.workersAlive === 0 ? t('jobs.queue.noWorker') : null;
}
