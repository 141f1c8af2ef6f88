import { useState } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { MAX_CHARACTERS } from './CharacterCount.tsx';
import { readDraft, writeDraft } from './storedDraft.ts';
import type { Submission } from './submission.ts';
import { useCreateJob } from './useCreateJob.ts';

export type Draft = {
  text: string;
  change(text: string): void;
  /** Characters that count: without the space around them. */
  length: number;
  sendable: boolean;
  busy: boolean;
  problem: string | null;
  /** Replaces the text by another one; `restore` brings back what the person had typed. */
  replace(text: string): void;
  /** Brings the replaced text back; null when nothing was replaced. */
  restore: (() => void) | null;
  /** Makes a job of the text, if it can be one. The text stays until that has worked. */
  send(): Promise<void>;
};

/**
 * The instruction that is being typed: for a new canvas, or to change the given one. It is kept in this browser
 * until it has become a job.
 * @param selection The objects that it may change; none: all.
 */
export function useDraft(
  canvasId: string | null,
  selection: readonly string[],
  onCreated: (job: JobDetailFragment) => void,
): Draft {
  const [stored] = useState(() => readDraft(localStorage, canvasId));
  const [text, setText] = useState(stored.text);
  const [replaced, setReplaced] = useState<string | null>(null);
  const keepSubmission = (submission: Submission) => writeDraft(localStorage, canvasId, { text, submission });
  const { submit, busy, problem, clearProblem } = useCreateJob(
    canvasId,
    selection,
    stored.submission,
    keepSubmission,
  );
  const length = [...text.trim()].length;
  const sendable = length > 0 && length <= MAX_CHARACTERS;

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
    // From one example to the next, what the person had typed before stays within reach.
    if (replaced === null && text.trim() !== '') setReplaced(text);
    set(value);
  }

  async function send(): Promise<void> {
    if (!sendable) return;
    const job = await submit(text.trim());
    if (!job) return;
    change('');
    onCreated(job);
  }

  const restore = replaced === null ? null : () => change(replaced);
  return { text, change, replace, restore, length, sendable, busy, problem, send };
}
