import type { JobDetailFragment } from '../generated/graphql.ts';
import { JobCard } from '../jobs/JobCard.tsx';
import { StatusBadge } from '../jobs/StatusBadge.tsx';
import { isTerminal } from '../jobs/status.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import { UndoJob } from '../versions/UndoJob.tsx';
import type { SendCommand } from '../versions/useRevert.ts';

type CanvasJobsProps = {
  live: LiveCanvas;
  /** Number of the latest version. */
  latest: number;
  /** Null: jobs can't be undone. */
  send: SendCommand | null;
};

/** The focused job in detail, and a list of the others. */
export function CanvasJobs({ live, latest, send }: CanvasJobsProps) {
  const { job, progress, jobs } = live;
  const others = jobs.filter((entry) => entry.id !== job?.id);
  return (
    <>
      {job && progress?.jobId === job.id && (
        <JobCard key={job.id} job={job} progress={progress} refused={live.refused}>
          {send && isTerminal(progress.status) && <UndoJob jobId={job.id} latest={latest} send={send} />}
        </JobCard>
      )}
      {others.length > 0 && <OtherJobs jobs={others} />}
    </>
  );
}

function OtherJobs({ jobs }: { jobs: readonly JobDetailFragment[] }) {
  return (
    <section className="panel-jobs" aria-labelledby="other-jobs">
      <h2 id="other-jobs">Other jobs on this canvas</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <span className="panel-job-text">{job.instruction}</span>
            <StatusBadge status={job.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
