import { useEffect, useEffectEvent } from 'react';
import { useSocket } from '../api/subscriptions/SocketContext.ts';
import { subscribe } from '../api/subscriptions/subscribe.ts';
import { CanvasChangedDocument, type CanvasChangedSubscription } from '../generated/graphql.ts';

type Change = CanvasChangedSubscription['canvasChanged'];
type Options = {
  /** Number of the version that has been read; null before. A newer one is reported at once. */
  versionNumber: number | null;
  onChange(change: Change): void;
};

/** Subscribes to changes of a canvas, by this page, another page or a job. */
export function useCanvasChanged(canvasId: string, { versionNumber, onChange }: Options): void {
  const socket = useSocket();
  const change = useEffectEvent(onChange);
  const known = useEffectEvent(() => versionNumber);
  const isRead = versionNumber !== null;

  useEffect(() => {
    if (!isRead) return;
    return subscribe(socket, {
      document: CanvasChangedDocument,
      variables: () => ({ canvasId, after: known() }),
      onData: (data) => change(data.canvasChanged),
      onRefused: () => undefined,
      isComplete: () => false,
    });
  }, [socket, canvasId, isRead]);
}
