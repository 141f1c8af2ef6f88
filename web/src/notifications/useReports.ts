import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { doc } from '../api/document.ts';
import { type EndedJobFragment, EndedJobsDocument } from '../generated/graphql.ts';
import { isTerminal } from '../jobs/state/status.ts';
import { useJobUpdates } from '../jobs/updates/useJobUpdates.ts';
import { usePageVisible } from '../ui/usePageVisible.ts';
import { useAlerts } from './alerts/useAlerts.ts';
import { createEndDetector } from './endedJobs/endedJobs.ts';
import { isUnread, readMark } from './endedJobs/readMark.ts';
import { useToasts } from './toasts/useToasts.ts';

/**
 * Reports the jobs that end. In a tab that can't be seen, toasts wait until it can.
 * @param openedAt When the page was opened, in ms by the browser's clock: jobs that ended since are reported.
 * @returns How many toasts wait for jobs that are still unread.
 */
export function useReports(openedAt: number): number {
  const client = useClient();
  const [hasJustEnded] = useState(() => createEndDetector(openedAt));
  const [waiting, setWaiting] = useState<readonly EndedJobFragment[]>([]);
  const mark = useSyncExternalStore(readMark.subscribe, readMark.get);
  const isVisible = usePageVisible();
  const toasts = useToasts();
  const alert = useAlerts();

  function report(job: EndedJobFragment): void {
    // Who cancels a job knows it.
    if (!hasJustEnded(job) || job.status === 'CANCELLED') return;
    alert(job);
    if (document.visibilityState === 'visible') toasts.show(job);
    else setWaiting((before) => [...before, job]);
  }

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      if (!isTerminal(job.status)) toasts.hide(job.id);
      report(job);
    },
    // A new subscription starts with what ended in the last 30 seconds; an outage, or sleep, may be longer.
    async onMissed() {
      const options = { requestPolicy: 'network-only' } as const;
      const { data } = await client.query(doc(EndedJobsDocument), {}, options).toPromise();
      for (const { node } of data?.jobs?.edges.toReversed() ?? []) report(node);
    },
  });

  const showWaiting = useEffectEvent(() => {
    setWaiting([]);
    for (const job of waiting) toasts.show(job);
  });
  useEffect(() => {
    if (isVisible) showWaiting();
  }, [isVisible]);

  return waiting.filter((job) => isUnread(job, mark)).length;
}
