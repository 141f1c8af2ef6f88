import { useEffect, useEffectEvent } from 'react';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { useSocket } from '../../api/subscriptions/SocketContext.ts';
import { type JobUpdate, listenToJobs } from './jobFeed.ts';

export type JobUpdatesOptions = {
  /** Only jobs of this canvas; null for all jobs of the viewer. */
  canvasId: string | null;
  onUpdate(job: JobUpdate): void;
  /** The connection is back after it was lost; updates may have been missed. */
  onMissed(): void;
};

/** Calls back for changes of the viewer's jobs while the component is mounted. */
export function useJobUpdates({ canvasId, onUpdate, onMissed }: JobUpdatesOptions): void {
  const socket = useSocket();
  const update = useEffectEvent(onUpdate);
  useEffect(
    () =>
      listenToJobs(socket, (job) => {
        if (canvasId === null || job.canvas?.id === canvasId) update(job);
      }),
    [socket, canvasId],
  );
  useReconnected(onMissed);
}
