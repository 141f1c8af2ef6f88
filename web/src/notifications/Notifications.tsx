import { lazy, Suspense, useState } from 'react';
import type { EndedJobFragment } from '../generated/graphql.ts';
import { useJobUpdates } from '../jobs/useJobUpdates.ts';
import { announce } from '../ui/notice.ts';
import { canvasIdIn } from '../ui/paths.ts';
import { createEndDetector } from './endedJobs.ts';
import { outcomeOf, titleOf } from './endedJobText.ts';
import { useEndedJobActions } from './useEndedJobActions.ts';

const Toaster = lazy(() => import('./Toaster.tsx'));

/** Shows toasts on every page, among them one for each job that ends elsewhere. */
export function Notifications() {
  const [hasJustEnded] = useState(createEndDetector);
  const actionsFor = useEndedJobActions();

  function notify(job: EndedJobFragment): void {
    announce({
      topic: job.id,
      title: titleOf(job),
      text: outcomeOf(job),
      isFailure: job.status === 'FAILED',
      moreActions: actionsFor(job),
    });
  }

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      if (hasJustEnded(job) && !isWatched(job)) notify(job);
    },
    // A new subscription starts with what ended in the last 30 seconds. What ended earlier is in the list of notifications.
    onMissed: () => undefined,
  });

  return (
    <Suspense fallback={null}>
      <Toaster />
    </Suspense>
  );
}

/** Whether the user has seen it end on its canvas, or has cancelled it. */
function isWatched({ status, canvas }: EndedJobFragment): boolean {
  if (status === 'CANCELLED') return true;
  const isOpen = canvas !== null && canvasIdIn(location.pathname) === canvas.id;
  return isOpen && document.visibilityState === 'visible';
}
