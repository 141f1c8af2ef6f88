import type { Client, CombinedError } from 'urql';
import { doc } from '../../api/document.ts';
import { type Refusal, refusalText } from '../../api/errors/refusalText.ts';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import {
  type EndedJobFragment,
  RedoEndedJobDocument,
  type RedoEndedJobMutation,
  RetryJobDocument,
  UndoEndedJobDocument,
  type UndoEndedJobMutation,
} from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { announce } from '../../ui/messages/notice.ts';
import { titleOf } from './endedJobText.ts';

/** Undoes the change of a job. A toast shows the outcome, with a redo. */
export async function undoEndedJob(client: Client, job: EndedJobFragment): Promise<void> {
  const input = { jobId: job.id };
  const { data, error } = await client.mutation(doc(UndoEndedJobDocument), { input }).toPromise();
  announceReverted(client, job, 'undone', data?.undoCanvasJob, error);
}

/** Reverts the version that the undo, or the redo, of a job has made. */
async function revertVersion(client: Client, job: EndedJobFragment, versionNumber: number, done: Done) {
  if (!job.canvas) return;
  const input = { canvasId: job.canvas.id, versionNumber };
  const { data, error } = await client.mutation(doc(RedoEndedJobDocument), { input }).toPromise();
  announceReverted(client, job, done, data?.undoCanvasVersion, error);
}

/** Queues a failed job again. A toast shows the outcome. */
export async function retryEndedJob(client: Client, job: EndedJobFragment): Promise<void> {
  const input = { jobId: job.id };
  const { data, error } = await client.mutation(doc(RetryJobDocument), { input }).toPromise();
  const answer = data?.retryJob;
  const isQueued = answer?.__typename === 'RetryJobSuccess';
  const text = isQueued ? t('notifications.retried') : failureOf(answer, error);
  announce({ topic: job.id, title: titleOf(job), text, isFailure: !isQueued });
}

type Done = 'undone' | 'redone';
type Answer = UndoEndedJobMutation['undoCanvasJob'] | RedoEndedJobMutation['undoCanvasVersion'] | undefined;

function announceReverted(
  client: Client,
  job: EndedJobFragment,
  done: Done,
  answer: Answer,
  error: CombinedError | undefined,
): void {
  const about = { topic: job.id, title: titleOf(job) };
  if (!answer || !('conflicts' in answer)) {
    announce({ ...about, text: failureOf(answer, error), isFailure: true });
    return;
  }
  const { conflicts, version } = answer;
  const text =
    conflicts.length === 0
      ? t(`notifications.${done}`)
      : t('notifications.conflicts', { done: t(`notifications.${done}`), count: conflicts.length });
  const [label, next]: [string, Done] =
    done === 'undone' ? [t('notifications.redo'), 'redone'] : [t('notifications.undo'), 'undone'];
  const action = version && { label, run: () => void revertVersion(client, job, version.number, next) };
  announce({ ...about, text, ...(action && { action }) });
}

function failureOf(answer: Refusal | object | null | undefined, error: CombinedError | undefined): string {
  if (answer && 'message' in answer) return refusalText(answer);
  return error ? requestFailure(error) : '';
}
