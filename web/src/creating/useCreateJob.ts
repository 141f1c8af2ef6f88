import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { v4 as uuid } from 'uuid';
import { doc } from '../api/document.ts';
import { refusalText } from '../api/errors/refusalText.ts';
import { requestFailure, unreachableMessage } from '../api/errors/requestFailure.ts';
import { useReconnected } from '../api/outages/useReconnected.ts';
import {
  CreateCanvasJobDocument,
  type CreateCanvasJobMutation,
  type JobDetailFragment,
} from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { showPending } from './pendingSubmissions.ts';
import { type JobRequest, type Submission, submissionFor } from './submission.ts';

/** A job that was created, or why it was not. Null: the former request is not answered yet. */
export type SubmitResult = { job: JobDetailFragment } | { problem: string } | null;

export type CreateJob = {
  submit(request: JobRequest): Promise<SubmitResult>;
  isBusy: boolean;
  problem: string | null;
  clearProblem(): void;
};

type Options = {
  /** Reads a submission that may have reached the server, in this page or before it was loaded again. */
  earlier?(): Submission | null;
  /** Called before each request. */
  onSubmit?(submission: Submission): void;
};

/** Creates jobs. A request that may have arrived is sent again under its idempotency key. */
export function useCreateJob({ earlier, onSubmit }: Options = {}): CreateJob {
  const [{ fetching }, create] = useMutation(doc(CreateCanvasJobDocument));
  const [problem, setProblem] = useState<string | null>(null);
  const unanswered = useRef<Submission | null>(null);
  const sending = useRef(false);
  useReconnected(() => setProblem((current) => (current === unreachableMessage() ? null : current)));

  async function submit(request: JobRequest): Promise<SubmitResult> {
    if (sending.current) return null;
    sending.current = true;
    setProblem(null);
    const submission = submissionFor(unanswered.current ?? earlier?.() ?? null, request, uuid);
    unanswered.current = submission;
    onSubmit?.(submission);
    const { key, selection, ...rest } = submission;
    const input = { ...rest, selection: [...selection], idempotencyKey: key };
    const { data, error } = await showPending(submission, () => create({ input }), jobIn);
    sending.current = false;
    const outcome = data?.createCanvasJob;
    if (outcome?.__typename === 'CreateCanvasJobSuccess') {
      unanswered.current = null;
      return { job: outcome.job };
    }
    const reason = outcome ? refusalText(outcome) : error ? requestFailure(error) : t('composer.notCreated');
    setProblem(reason);
    return { problem: reason };
  }

  return { submit, isBusy: fetching, problem, clearProblem: () => setProblem(null) };
}

function jobIn({ data }: { data?: CreateCanvasJobMutation }): JobDetailFragment | null {
  const outcome = data?.createCanvasJob;
  return outcome?.__typename === 'CreateCanvasJobSuccess' ? outcome.job : null;
}
