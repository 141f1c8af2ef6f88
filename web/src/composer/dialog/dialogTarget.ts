import { useMemo, useSyncExternalStore } from 'react';
import { type CanvasTarget, canvasTarget } from './canvasTarget.ts';
import type { Proposal } from './openGenerationDialog.ts';

/** The canvas that the dialog can change. `title`: of one that is not open; null for the open one. */
export type DialogTarget = CanvasTarget & { title: string | null };

/** The canvas of a proposal, or else the one that is open in this page; null when there is none. */
export function useDialogTarget(proposed: Proposal | null): DialogTarget | null {
  const open = useSyncExternalStore(canvasTarget.subscribe, canvasTarget.get);
  return useMemo(() => targetOf(proposed, open), [proposed, open]);
}

function targetOf(proposed: Proposal | null, open: CanvasTarget | null): DialogTarget | null {
  const own = open && { ...open, title: null };
  if (!proposed?.canvas) return own;
  const { canvas, selection } = proposed;
  if (open?.canvasId === canvas.id) return { ...open, title: null, selection };
  return { canvasId: canvas.id, title: canvas.title, selection, onCreated: () => undefined };
}
