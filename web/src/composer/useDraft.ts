import { useState } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { maxInstructionLength } from './CharacterCount.tsx';
import { readDraft, writeDraft } from './storedDraft.ts';
import type { Submission } from './submission.ts';
import { useCreateJob } from './useCreateJob.ts';

export type Draft = {
  text: string;
  change(text: string): void;
  /** Characters without leading and trailing space. */
  length: number;
  canSend: boolean;
  isBusy: boolean;
  problem: string | null;
  /** Replaces the text; `restore` undoes that. */
  replace(text: string): void;
  /** Restores the replaced text; null if nothing was replaced. */
  restore: (() => void) | null;
  /** Creates a job from the text, if it can be sent. Clears the text when the job is created. */
  send(): Promise<void>;
};

/**
 * The unsent instruction for a new canvas, or for a change of the given one. It is stored in this browser until its
 * job is created.
 * @param selection The objects that it may change; empty: all.
 */
export function useDraft(
  canvasId: string | null,
  selection: readonly string[],
  onCreated: (job: JobDetailFragment) => void,
): Draft {
  const [stored] = useState(() => readDraft(localStorage, canvasId));
  const [text, setText] = useState(stored.text);
  const [replaced, setReplaced] = useState<string | null>(null);
  const storeSubmission = (submission: Submission) =>
    writeDraft(localStorage, canvasId, { text, submission });
  const { submit, isBusy, problem, clearProblem } = useCreateJob(
    canvasId,
    selection,
    stored.submission,
    storeSubmission,
  );
  const length = [...text.trim()].length;
  const canSend = length > 0 && length <= maxInstructionLength;

  function set(value: string): void {
    setText(value);
    writeDraft(localStorage, canvasId, { text: value, submission: null });
    clearProblem();
  }

  function change(value: string): void {
    set(value);
    setReplaced(null);
  }

  function replace(value: string): void {
    // Choosing several examples keeps the text that the user typed first.
    if (replaced === null && text.trim() !== '') setReplaced(text);
    set(value);
  }

  async function send(): Promise<void> {
    if (!canSend) return;
    const job = await submit(text.trim());
    if (!job) return;
    change('');
    onCreated(job);
  }

  const restore = replaced === null ? null : () => change(replaced);
  return { text, change, replace, restore, length, canSend, isBusy, problem, send };
}
