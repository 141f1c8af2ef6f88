import { queueText } from './queueText.ts';
import { useQueueState } from './useQueueState.ts';

/** Why queued jobs don't start; nothing if they do. */
export function QueueNote() {
  const text = queueText(useQueueState());
  return text && <p className="job-note">{text}</p>;
}
