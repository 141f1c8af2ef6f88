import { observable } from '../../api/observable.ts';
import type { JobRequest } from '../../creating/submission.ts';
import type { DraftStore } from '../draft/storedDraft.ts';

/** A job to start from, for the dialog. */
export type ProposedJob = Omit<JobRequest, 'useCache' | 'canvasId'> & {
  /** The canvas to change; null: a new one. */
  canvas: { id: string; title: string } | null;
};

/** A proposed job, with a store of its own for its text: the person's own drafts stay as they are. */
export type Proposal = ProposedJob & { number: number; drafts: DraftStore };

/** Whether the generation dialog is open. */
export const isGenerationOpen = observable(false);

/** What the dialog proposes; null: it shows the person's own draft. */
export const proposal = observable<Proposal | null>(null);

/** Files that were dropped, pasted or chosen for the dialog; null when it has taken them. */
export const offeredFiles = observable<readonly File[] | null>(null);

/** Opens the dialog in which a person describes what to draw, or imports a file. It works on every page. */
export function openGenerationDialog(files: readonly File[] | null = null): void {
  if (!isGenerationOpen.get()) proposal.set(null);
  if (files !== null) offeredFiles.set(files);
  isGenerationOpen.set(true);
}

/** Closes the dialog. Jobs and the draft stay. */
export function closeGenerationDialog(): void {
  isGenerationOpen.set(false);
}
