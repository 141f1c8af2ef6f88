import { useState } from 'react';
import { defaultOptions } from '../creating/submission.ts';
import { useCreateJob } from '../creating/useCreateJob.ts';
import type { ThreadJobFragment } from '../generated/graphql.ts';
import type { SendCommand } from '../versions/useRevert.ts';

type Repeated = Pick<ThreadJobFragment, 'instruction' | 'selection' | 'kind'>;

export type RepeatJob = {
  /**
   * Creates a job like another one for the canvas and the same objects, without results of the cache.
   * @param undoes A job that is undone first, so that its result is replaced.
   */
  repeat(job: Repeated, undoes?: string): Promise<void>;
  isBusy: boolean;
  problem: string | null;
};

/** Sends an instruction for a canvas once more. */
export function useRepeatJob(canvasId: string, send: SendCommand, onCreated: () => void): RepeatJob {
  const { submit, problem } = useCreateJob();
  const [isBusy, setIsBusy] = useState(false);
  const [rejection, setRejection] = useState<string | null>(null);

  async function repeat(job: Repeated, undoes?: string): Promise<void> {
    setIsBusy(true);
    const undone = undoes === undefined ? null : await send({ undoJob: undoes });
    setRejection(undone?.kind === 'rejected' ? undone.notice : null);
    if (undone === null || undone.kind === 'saved') {
      const result = await submit({ ...requestOf(job), canvasId, useCache: false });
      if (result && 'job' in result) onCreated();
    }
    setIsBusy(false);
  }

  return { repeat, isBusy, problem: problem ?? rejection };
}

const requestOf = ({ instruction, selection, kind }: Repeated) => ({
  ...defaultOptions,
  instruction,
  selection,
  kind,
});
