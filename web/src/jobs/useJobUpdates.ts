import { useEffect, useEffectEvent } from 'react';
import { useSocket } from '../api/SocketContext.ts';
import { subscribe } from '../api/subscribe.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { type JobSummaryFragment, JobUpdatesDocument } from '../generated/graphql.ts';

export type JobUpdatesOptions = {
  /** Only the jobs of this canvas; null for all of the viewer's. */
  canvasId: string | null;
  onUpdate(job: JobSummaryFragment): void;
  /** Updates may have been missed, because the connection was lost; it is back. */
  onMissed(): void;
};

/** Hears of each change of the viewer's jobs while the component is on the page. */
export function useJobUpdates({ canvasId, onUpdate, onMissed }: JobUpdatesOptions): void {
  const socket = useSocket();
  const update = useEffectEvent(onUpdate);

  useEffect(() => {
    return subscribe(socket, {
      document: JobUpdatesDocument,
      variables: () => ({ canvasId }),
      onData: (data) => update(data.jobUpdates),
      onRefused: () => undefined,
      isComplete: () => false,
    });
  }, [socket, canvasId]);

  useReconnected(onMissed);
}
