import { useEffect, useEffectEvent } from 'react';
import { observable } from '../../api/observable.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';

/** The canvas that is open in this page, as something that a job can change. */
export type CanvasTarget = {
  canvasId: string;
  /** The selected objects that are saved. */
  selection: readonly string[];
  /** Called when a job for it was created elsewhere than on its page. */
  onCreated(job: JobDetailFragment): void;
};

/** Null on other pages, and for a canvas that can't be changed. */
export const canvasTarget = observable<CanvasTarget | null>(null);

/** Offers a canvas as the target of jobs while the component is mounted; null offers none. */
export function useCanvasTarget(
  canvasId: string | null,
  selection: readonly string[],
  onCreated: (job: JobDetailFragment) => void,
): void {
  const created = useEffectEvent(onCreated);
  useEffect(() => {
    if (canvasId === null) return;
    canvasTarget.set({ canvasId, selection, onCreated: (job) => created(job) });
  }, [canvasId, selection]);
  useEffect(() => () => canvasTarget.set(null), []);
}
