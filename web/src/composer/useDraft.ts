import { useState } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { MAX_CHARACTERS } from './CharacterCount.tsx';
import { useCreateJob } from './useCreateJob.ts';

export type Draft = {
  text: string;
  change(text: string): void;
  /** Characters that count: without the space around them. */
  length: number;
  sendable: boolean;
  busy: boolean;
  problem: string | null;
  /** Makes a job of the text, if it can be one. The text stays until that has worked. */
  send(): Promise<void>;
};

/**
 * The instruction that is being typed: for a new canvas, or to change the given one.
 * @param selection The objects that it may change; none: all.
 */
export function useDraft(
  canvasId: string | null,
  selection: readonly string[],
  onCreated: (job: JobDetailFragment) => void,
): Draft {
  const { submit, busy, problem, clearProblem } = useCreateJob(canvasId, selection);
  const [text, setText] = useState('');
  const length = [...text.trim()].length;
  const sendable = length > 0 && length <= MAX_CHARACTERS;

  function change(value: string): void {
    setText(value);
    clearProblem();
  }

  async function send(): Promise<void> {
    if (!sendable) return;
    const job = await submit(text.trim());
    if (!job) return;
    setText('');
    onCreated(job);
  }

  return { text, change, length, sendable, busy, problem, send };
}
