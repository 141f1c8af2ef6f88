import { useEffect, useEffectEvent } from 'react';
import { useSocket } from '../api/SocketContext.ts';
import { subscribe } from '../api/subscribe.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { type JobSummaryFragment, JobUpdatesDocument } from '../generated/graphql.ts';

export type JobUpdatesOptions = {
  /** Only jobs of this canvas; null for all jobs of the viewer. */
  canvasId: string | null;
  onUpdate(job: JobSummaryFragment): void;
  /** The connection is back after it was lost; updates may have been missed. */
  onMissed(): void;
};

/** Subscribes to changes of the viewer's jobs while the component is mounted. */
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
