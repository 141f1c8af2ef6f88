import { useRef } from 'react';
import { isTerminal } from '../../jobs/state/status.ts';
import { useJobUpdates } from '../../jobs/updates/useJobUpdates.ts';
import { endKey } from './endedJobs.ts';

/** Calls back when a job ends, and when ends may have been missed. */
export function useRereadOnEnds(reread: () => void): void {
  const known = useRef(new Set<string>());
  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      const key = endKey(job);
      if (!isTerminal(job.status) || known.current.has(key)) return;
      known.current.add(key);
      reread();
    },
    onMissed: reread,
  });
}
