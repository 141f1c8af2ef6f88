import { PencilLine, Redo2, RotateCcw, Undo2 } from 'lucide-react';
import { proposeJob } from '../composer/dialog/proposeJob.ts';
import type { ThreadJobFragment } from '../generated/graphql.ts';
import { ActionButton, type ActionLook } from '../jobs/commands/ActionButton.tsx';
import { RepeatOnNewCanvas } from '../jobs/commands/RepeatOnNewCanvas.tsx';
import { RetryJob } from '../jobs/commands/RetryJob.tsx';
import { t } from '../language/language.ts';
import { ErrorNote } from '../ui/messages/ErrorNote.tsx';
import { type SendCommand, useRevert } from '../versions/useRevert.ts';
import { useRepeatJob } from './useRepeatJob.ts';

/** What the actions of a job need of its canvas. */
export type CanvasActions = {
  canvasId: string;
  /** Number of the latest version. */
  latest: number;
  send: SendCommand;
  /** Whether an object is on the canvas. */
  has(objectId: string): boolean;
  /** A job was created. */
  onCreated(): void;
};

type Props = { job: ThreadJobFragment; actions: CanvasActions; look: ActionLook };

/** Undo, another try and a different instruction, as far as each applies to a finished job. */
export function JobActions({ job, actions, look }: Props) {
  return (
    <div className="job-actions">
      <RevertButton job={job} send={actions.send} look={look} />
      {job.canRetry && <RetryJob jobId={job.id} look={look} />}
      {hasInstruction(job) && (
        <>
          {hasResult(job) && <RepeatButton job={job} actions={actions} look={look} />}
          <ActionButton
            label={t('job.tryDifferently')}
            icon={PencilLine}
            look={look}
            onClick={() => tryDifferently(job, actions)}
          />
        </>
      )}
    </div>
  );
}

/** Proposes the same job once more. The canvas that a job has drawn stays as it is: another one is proposed. */
function tryDifferently(job: ThreadJobFragment, { has }: CanvasActions): void {
  const { type, instruction, kind, priority, canvasVersion } = job;
  const isDrawn = type === 'CREATE_CANVAS' && canvasVersion?.undoneBy === null;
  const selection = isDrawn ? [] : job.selection.filter(has);
  proposeJob({ instruction, kind, priority, canvas: isDrawn ? null : job.canvas, selection });
}

/** A job makes one version at most, so it can't be retried after its partial result was kept. */
const hasResult = ({ status, canvasVersion }: ThreadJobFragment): boolean =>
  status === 'COMPLETED' || canvasVersion !== null;

/** Whether a planner read its instruction: the server names jobs that tidy, or that import a file. */
function hasInstruction({ type, status, planner, cacheHit, error }: ThreadJobFragment): boolean {
  if (type === 'TIDY_CANVAS' || error?.code === 'SOURCE_UNREADABLE') return false;
  return status !== 'COMPLETED' || planner !== null || cacheHit;
}

function RevertButton({ job, send, look }: { job: ThreadJobFragment; send: SendCommand; look: ActionLook }) {
  const { isBusy, undoJob, redo } = useRevert(send);
  if (!job.canvasVersion) return null;
  const { undoneBy } = job.canvasVersion;
  return undoneBy === null ? (
    <ActionButton
      {...{ label: t('job.undo'), icon: Undo2, look, isBusy }}
      onClick={() => void undoJob(job.id)}
    />
  ) : (
    <ActionButton
      {...{ label: t('job.redo'), icon: Redo2, look, isBusy }}
      onClick={() => void redo(undoneBy.number)}
    />
  );
}

/** A new canvas is drawn again beside the first. A change that is the latest one is replaced. */
function RepeatButton({ job, actions, look }: Props) {
  const { repeat, isBusy, problem } = useRepeatJob(actions.canvasId, actions.send, actions.onCreated);
  const version = job.canvasVersion;
  if (job.type === 'CREATE_CANVAS' && version?.undoneBy === null) {
    return <RepeatOnNewCanvas instruction={job.instruction} kind={job.kind} look={look} />;
  }
  const isReplaced = version?.number === actions.latest && version.undoneBy === null;
  return (
    <>
      <ActionButton
        {...{ label: t('job.tryAgain'), icon: RotateCcw, look, isBusy }}
        onClick={() => void repeat(job, isReplaced ? job.id : undefined)}
      />
      <ErrorNote text={problem} />
    </>
  );
}
