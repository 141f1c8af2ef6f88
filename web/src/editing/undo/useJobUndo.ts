import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { doc } from '../../api/document.ts';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import { createdJob, pendingSubmissions } from '../../creating/pendingSubmissions.ts';
import { CancelJobDocument, type JobDetailFragment, type JobStatus } from '../../generated/graphql.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { t } from '../../language/language.ts';
import type { LiveCanvas } from '../../live/useLiveCanvas.ts';
import { announce } from '../../ui/messages/notice.ts';
import type { Editing } from '../saving/useEditSession.ts';
import {
  findPendingJob,
  type Mark,
  markOf,
  type PendingJob,
  statusOf,
  undoesLaterChange,
} from './jobToUndo.ts';

export type JobUndo = {
  /** Whether a job is pending that an undo can be about. */
  hasPending: boolean;
  /** Undoes the pending job if it is the newest change that was asked for. Returns whether it is. */
  undoPending(): boolean;
};

type Edits = Pick<Editing, 'session' | 'current' | 'revert' | 'command'>;

/**
 * Undo while a job is going to change the canvas. Tidying up is an action of the moment: it is cancelled, so that an
 * earlier edit is not undone in its place. Other jobs take long and have controls of their own: they go on, and what
 * was done before them is undone.
 */
export function useJobUndo(canvasId: string, live: LiveCanvas, edits: Edits): JobUndo {
  const { progress } = live;
  const jobs = withCreatedJob(canvasId, live.jobs, useCreatedJob());
  const marks = useMarks(jobs, edits.current);
  const { undone, cancel } = useCancelAsUndo(live, edits.command);
  const others = jobs.filter(({ id }) => !undone.has(id));
  const pending = findPendingJob(others, progress, edits.session.saved.versionNumber);
  const undoOnceCreated = useOnceCreated(canvasId, () => undoPending() || edits.revert('undo'));

  function undo({ id, isCompleted }: PendingJob): void {
    if (isCompleted) {
      undone.add(id);
      void edits.command({ undoJob: id });
    } else void cancel(id);
  }

  function undoPending(): boolean {
    if (isSubmitting(canvasId)) {
      undoOnceCreated();
      return true;
    }
    const mark = pending && marks.get(pending.id);
    if (!pending || (mark && undoesLaterChange(edits.current(), mark))) return false;
    undo(pending);
    return true;
  }

  return { hasPending: pending !== null, undoPending };
}

const useCreatedJob = () => useSyncExternalStore(createdJob.subscribe, createdJob.get);

/** The jobs with the one that was just created for the canvas, which the list may not have yet. */
function withCreatedJob(
  canvasId: string,
  jobs: LiveCanvas['jobs'],
  created: JobDetailFragment | null,
): LiveCanvas['jobs'] {
  const isNewest =
    created?.canvas?.id === canvasId && jobs.every(({ createdAt }) => createdAt < created.createdAt);
  return isNewest ? [created, ...jobs] : jobs;
}

const isSubmitting = (canvasId: string): boolean =>
  pendingSubmissions.get().some((submission) => submission.canvasId === canvasId);

/** Returns a function that runs something when the submissions for a canvas are answered. */
function useOnceCreated(canvasId: string, run: () => void): () => void {
  const isBusy = useSyncExternalStore(pendingSubmissions.subscribe, () => isSubmitting(canvasId));
  const [isWaiting, setIsWaiting] = useState(false);
  const onAnswered = useEffectEvent(() => {
    setIsWaiting(false);
    run();
  });
  useEffect(() => {
    if (isWaiting && !isBusy) onAnswered();
  }, [isWaiting, isBusy]);
  return () => setIsWaiting(true);
}

/** What the session had done when the page learned of each job. */
function useMarks(jobs: LiveCanvas['jobs'], current: Edits['current']): ReadonlyMap<string, Mark> {
  const [marks] = useState(() => new Map<string, Mark>());
  useEffect(() => {
    for (const { id } of jobs) if (!marks.has(id)) marks.set(id, markOf(current()));
  }, [jobs, marks, current]);
  return marks;
}

/** Cancels jobs; one that completes all the same is undone. `undone`: the jobs that need no other undo. */
function useCancelAsUndo({ jobs, progress }: LiveCanvas, command: Edits['command']) {
  const client = useClient();
  const [undone] = useState(() => new Set<string>());
  const [ending] = useState(() => new Set<string>());
  const end = useEffectEvent((id: string, status: JobStatus) => {
    if (!isTerminal(status) || !ending.delete(id)) return;
    if (status === 'COMPLETED') void command({ undoJob: id });
    else announce({ text: t('editing.jobUndo.cancelled') });
  });
  useEffect(() => {
    for (const job of jobs) end(job.id, statusOf(job, progress));
  }, [jobs, progress]);

  async function cancel(id: string): Promise<void> {
    undone.add(id);
    ending.add(id);
    const input = { jobId: id, keepPartial: false };
    const { error } = await client.mutation(doc(CancelJobDocument), { input }).toPromise();
    // A refusal means that it has ended meanwhile, which the page learns.
    if (!error) return;
    undone.delete(id);
    ending.delete(id);
    announce({ text: requestFailure(error), isFailure: true });
  }

  return { undone, cancel };
}
