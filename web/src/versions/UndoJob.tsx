import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import { JobVersionDocument } from '../generated/graphql.ts';
import { type SendCommand, useRevert } from './useRevert.ts';

type UndoJobProps = {
  jobId: string;
  /** Number of the latest version: each new one may have undone the job. */
  latest: number;
  send: SendCommand;
};

/** Undoes or redoes a job; nothing for a job that made no version. */
export function UndoJob({ jobId, latest, send }: UndoJobProps) {
  const [{ data }, read] = useQuery({ query: doc(JobVersionDocument), variables: { jobId } });
  const { isBusy, undoJob, redo } = useRevert(send);
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a new version
  useEffect(() => read({ requestPolicy: 'network-only' }), [read, latest]);

  const version = data?.job?.id === jobId ? data.job.canvasVersion : null;
  if (!version) return null;
  const { undoneBy } = version;
  if (undoneBy === null) {
    return (
      <div className="undo-job">
        <Button disabled={isBusy} onClick={() => void undoJob(jobId)}>
          <Undo2 aria-hidden /> Undo this job
        </Button>
      </div>
    );
  }
  return (
    <div className="undo-job">
      <p className="job-note">This job was undone.</p>
      <Button disabled={isBusy} onClick={() => void redo(undoneBy.number)}>
        <Redo2 aria-hidden /> Redo this job
      </Button>
    </div>
  );
}
