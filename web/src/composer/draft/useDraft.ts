import { useEffect, useRef, useState } from 'react';
import type { JobRequest } from '../../creating/submission.ts';
import { useCreateJob } from '../../creating/useCreateJob.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { maxInstructionLength } from './CharacterCount.tsx';
import { type DraftStore, onDraftWritten, readDraft, replaceDraft, writeDraft } from './storedDraft.ts';

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

type DraftEvents = {
  onCreated(job: JobDetailFragment): void;
  /** The job was not created; the reason is in `problem` of the draft as well. */
  onProblem?(problem: string): void;
};

/** A request without its instruction, which may decide about the selection. */
type DraftRequest = Omit<JobRequest, 'instruction' | 'selection'> & {
  selection: readonly string[] | ((instruction: string) => readonly string[]);
};

/**
 * The unsent instruction for a new canvas, or for a change of the given one. It is stored in this browser until its
 * job is created, and shared by all fields for the same canvas. Another store keeps it apart from these.
 */
export function useDraft(
  { canvasId, selection, ...rest }: DraftRequest,
  { onCreated, onProblem }: DraftEvents,
  store: DraftStore = deviceStorage,
): Draft {
  const [text, setText] = useState(() => readDraft(store, canvasId).text);
  const latest = useRef(text);
  const [replaced, setReplaced] = useState<string | null>(null);
  const { submit, isBusy, problem, clearProblem } = useCreateJob({
    earlier: () => readDraft(store, canvasId).submission,
    onSubmit: (submission) => writeDraft(store, canvasId, { text, submission }),
  });
  const length = [...text.trim()].length;
  const canSend = length > 0 && length <= maxInstructionLength;
  useEffect(
    () =>
      onDraftWritten((change) => {
        if (change.canvasId !== canvasId || change.store !== store) return;
        const former = latest.current;
        // Choosing several examples keeps the text that the user typed first.
        if (change.replaces && former.trim() !== '') setReplaced((first) => first ?? former);
        latest.current = change.draft.text;
        setText(change.draft.text);
      }),
    [canvasId, store],
  );

  function set(value: string): void {
    writeDraft(store, canvasId, { text: value, submission: null });
    clearProblem();
  }

  function change(value: string): void {
    set(value);
    setReplaced(null);
  }

  function replace(value: string): void {
    replaceDraft(store, canvasId, value);
    clearProblem();
  }

  async function send(): Promise<void> {
    if (!canSend) return;
    const instruction = text.trim();
    const chosen = typeof selection === 'function' ? selection(instruction) : selection;
    const result = await submit({ canvasId, ...rest, selection: chosen, instruction });
    if (result === null) return;
    if ('problem' in result) return onProblem?.(result.problem);
    // What was typed during the request is the next instruction.
    if (latest.current === text) change('');
    onCreated(result.job);
  }

  const restore = replaced === null ? null : () => change(replaced);
  return { text, change, replace, restore, length, canSend, isBusy, problem, send };
}
