import { Composer } from '../composer/Composer.tsx';
import type { SaveState } from '../editing/editSession.ts';
import { SaveNote } from '../editing/SaveNote.tsx';
import type { CanvasQuery, JobDetailFragment } from '../generated/graphql.ts';
import { JobCard } from '../jobs/JobCard.tsx';
import { StatusBadge } from '../jobs/StatusBadge.tsx';
import type { LiveCanvas } from './useLiveCanvas.ts';

type Props = {
  live: LiveCanvas;
  canvas: NonNullable<CanvasQuery['canvas']>;
  saveState: SaveState;
};

/** Beside the drawing: its name, the job in focus, the jobs before it, and the box to change the canvas. */
export function CanvasPanel({ live, canvas, saveState }: Props) {
  const { job, progress, jobs } = live;
  const others = jobs.filter((entry) => entry.id !== job?.id);
  return (
    <aside className="panel" aria-label="Canvas">
      <div className="panel-scroll">
        <header className="panel-head">
          <h1>{canvas.title}</h1>
          <p className="panel-version figures">
            {canvas.version > 0 && `Version ${canvas.version} · `}
            <SaveNote state={saveState} />
          </p>
        </header>
        {job && progress?.jobId === job.id && (
          <JobCard key={job.id} job={job} progress={progress} refused={live.refused} />
        )}
        {others.length > 0 && <OtherJobs jobs={others} />}
      </div>
      <div className="panel-composer">
        <Composer
          label="Change this canvas"
          placeholder="Change this canvas…"
          canvasId={canvas.id}
          size="small"
          onCreated={live.reread}
        />
      </div>
    </aside>
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
