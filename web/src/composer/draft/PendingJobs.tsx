import { useSyncExternalStore } from 'react';
import { pendingSubmissions } from '../../creating/pendingSubmissions.ts';
import { StatusBadge } from '../../jobs/display/StatusBadge.tsx';
import { firstLine } from '../../jobs/texts/format.ts';

/** The submissions for a canvas, or for a new one, until the server has answered. */
export function PendingJobs({ canvasId }: { canvasId: string | null }) {
  const pending = useSyncExternalStore(pendingSubmissions.subscribe, pendingSubmissions.get);
  return (
    <ul className="pending-jobs" role="status">
      {pending
        .filter((entry) => entry.canvasId === canvasId)
        .map((entry) => (
          <li key={entry.key}>
            <StatusBadge status="QUEUED" />
            <span>{firstLine(entry.instruction)}</span>
          </li>
        ))}
    </ul>
  );
}
