import { useEffect, useEffectEvent } from 'react';
import { useSocket } from '../api/SocketContext.ts';
import { connection } from '../api/socket.ts';
import { subscribe } from '../api/subscribe.ts';
import { type JobSummaryFragment, JobUpdatesDocument } from '../generated/graphql.ts';

export type JobUpdatesOptions = {
  /** Only the jobs of this canvas; null for all of the viewer's. */
  canvasId: string | null;
  onUpdate(job: JobSummaryFragment): void;
  /** The connection was lost and is back: what happened meanwhile is not told and has to be asked for. */
  onMissed(): void;
};

/** Hears of each change of the viewer's jobs while the component is on the page. */
export function useJobUpdates({ canvasId, onUpdate, onMissed }: JobUpdatesOptions): void {
  const socket = useSocket();
  const update = useEffectEvent(onUpdate);
  const missed = useEffectEvent(onMissed);

  useEffect(() => {
    return subscribe(socket, {
      document: JobUpdatesDocument,
      variables: () => ({ canvasId }),
      onData: (data) => update(data.jobUpdates),
      onRefused: () => undefined,
      isComplete: () => false,
    });
  }, [socket, canvasId]);

  useEffect(() => {
    let wasLost = false;
    return connection.subscribe(() => {
      if (connection.get() === 'live' && wasLost) missed();
      wasLost = connection.get() === 'lost';
    });
  }, []);
}
