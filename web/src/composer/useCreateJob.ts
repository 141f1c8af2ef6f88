import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { v4 as uuid } from 'uuid';
import { doc } from '../api/document.ts';
import { requestFailure, unreachableMessage } from '../api/requestFailure.ts';
import { useReconnected } from '../api/useReconnected.ts';
import {
  CreateCanvasJobDocument,
  type CreateCanvasJobMutation,
  type JobDetailFragment,
} from '../generated/graphql.ts';
import { type Submission, submissionFor } from './submission.ts';

type Outcome = NonNullable<CreateCanvasJobMutation['createCanvasJob']>;

export type CreateJob = {
  /** Sends the instruction. Returns the job, or null if it was not created, with the reason in `problem`. */
  submit(instruction: string): Promise<JobDetailFragment | null>;
  isBusy: boolean;
  problem: string | null;
  clearProblem(): void;
};

/**
 * Creates jobs for a new canvas, or to change the given one.
 * @param selection The objects that the job may change; empty: all.
 * @param earlier A submission that may have reached the server.
 * @param onSubmit Called before each request.
 */
export function useCreateJob(
  canvasId: string | null,
  selection: readonly string[],
  earlier: Submission | null,
  onSubmit: (submission: Submission) => void,
): CreateJob {
  const [{ fetching }, create] = useMutation(doc(CreateCanvasJobDocument));
  const [problem, setProblem] = useState<string | null>(null);
  const submission = useRef(earlier);
  const sending = useRef(false);
  useReconnected(() => setProblem((current) => (current === unreachableMessage ? null : current)));

  async function submit(instruction: string): Promise<JobDetailFragment | null> {
    if (sending.current) return null;
    sending.current = true;
    setProblem(null);
    submission.current = submissionFor(submission.current, { instruction, canvasId, selection }, uuid);
    onSubmit(submission.current);
    const { key } = submission.current;
    const { data, error } = await create({
      input: { instruction, canvasId, selection: [...selection], idempotencyKey: key },
    });
    sending.current = false;
    const outcome = data?.createCanvasJob;
    if (outcome?.__typename === 'CreateCanvasJobSuccess') {
      submission.current = null;
      return outcome.job;
    }
    setProblem(outcome ? refusal(outcome) : error ? requestFailure(error) : null);
    return null;
  }

  return { submit, isBusy: fetching, problem, clearProblem: () => setProblem(null) };
}

function refusal(outcome: Exclude<Outcome, { __typename: 'CreateCanvasJobSuccess' }>): string {
  if (outcome.__typename !== 'InputValidationError') return outcome.message;
  const details = outcome.fields.map((field) => field.message);
  return details.length > 0 ? details.join(' ') : outcome.message;
}
