import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { JobVersionDocument } from '../generated/graphql.ts';
import { useTakeBack } from './useTakeBack.ts';

/** `canvasVersion` is the newest one: with it, whether the job's work stands may have changed. */
type UndoJobProps = { jobId: string; canvasId: string; canvasVersion: number };

/** Takes back what a job has done, or does it again; nothing for a job that has changed nothing. */
export function UndoJob({ jobId, canvasId, canvasVersion }: UndoJobProps) {
  const [{ data }, read] = useQuery({ query: doc(JobVersionDocument), variables: { jobId } });
  const { busy, undoJob, undoVersion } = useTakeBack(canvasId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what makes the answer out of date
  useEffect(() => read({ requestPolicy: 'network-only' }), [read, canvasVersion]);

  const version = data?.job?.id === jobId ? data.job.version : null;
  if (!version) return null;
  const { undoneBy } = version;
  if (undoneBy === null) {
    return (
      <button type="button" className="button undo-job" disabled={busy} onClick={() => void undoJob(jobId)}>
        <Undo2 aria-hidden /> Undo this job
      </button>
    );
  }
  return (
    <div className="undo-job">
      <p className="job-note">Taken back by version {undoneBy}.</p>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void undoVersion(undoneBy, 'What the job had changed is there again.')}
      >
        <Redo2 aria-hidden /> Redo
      </button>
    </div>
  );
}
