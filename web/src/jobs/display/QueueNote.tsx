import { queueText } from '../texts/queueText.ts';
import { useQueueState } from '../updates/useQueueState.ts';

/** Why queued jobs don't start; nothing if they do. */
export function QueueNote() {
  const text = queueText(useQueueState());
  return text && <p className="job-note">{text}</p>;
}
