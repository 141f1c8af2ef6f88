import { Ellipsis, History } from 'lucide-react';
import { useState } from 'react';
import { Composer } from '../composer/Composer.tsx';
import type { SaveState } from '../editing/editSession.ts';
import { SaveNote } from '../editing/SaveNote.tsx';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import type { CanvasQuery, JobDetailFragment } from '../generated/graphql.ts';
import { JobCard } from '../jobs/JobCard.tsx';
import { StatusBadge } from '../jobs/StatusBadge.tsx';
import { isTerminal } from '../jobs/status.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import { canvasMenu } from '../managing/canvasMenu.tsx';
import { TitleField } from '../managing/TitleField.tsx';
import { useManageCanvas } from '../managing/useManageCanvas.ts';
import type { CanvasObject } from '../scene/object.ts';
import { Menu } from '../ui/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { UndoJob } from '../versions/UndoJob.tsx';
import type { SendCommand } from '../versions/useRevert.ts';
import { VersionList } from '../versions/VersionList.tsx';

type Props = {
  live: LiveCanvas;
  canvas: NonNullable<CanvasQuery['canvas']>;
  /** The objects without the preview of a running job. */
  objects: readonly CanvasObject[];
  /** The selected objects that are saved. */
  selection: readonly string[];
  saveState: SaveState;
  send: SendCommand;
  /** The version that is shown; null for the latest. */
  viewed: number | null;
  onView(number: number | null): void;
};

/** The panel next to the drawing: title, jobs or versions, and the field for instructions. */
export function CanvasPanel(props: Props) {
  const { live, canvas, objects, selection, saveState, send, viewed, onView } = props;
  const [showsVersions, setShowsVersions] = useState(false);
  if (canvas.deletedAt !== null) return <DeletedCanvasPanel live={live} canvas={canvas} />;

  function toggleVersions(): void {
    setShowsVersions(!showsVersions);
    onView(null);
  }

  return (
    <aside className="panel" aria-label="Canvas">
      <div className="panel-scroll">
        <header className="panel-head">
          <CanvasTitle canvas={canvas} />
          <p className="panel-version figures">
            {canvas.versionNumber > 0 && `Version ${canvas.versionNumber} · `}
            <SaveNote state={saveState} />
          </p>
          <div className="panel-actions">
            <button type="button" className="button" aria-pressed={showsVersions} onClick={toggleVersions}>
              <History aria-hidden /> Versions
            </button>
            <ExportMenu canvas={canvas} objects={objects} />
          </div>
        </header>
        {showsVersions ? (
          <VersionList canvasId={canvas.id} latest={canvas.versionNumber} viewed={viewed} onView={onView} />
        ) : (
          <Jobs live={live} canvas={canvas} send={send} />
        )}
      </div>
      <div className="panel-composer">
        <Composer
          label="Change this canvas"
          placeholder="Change this canvas…"
          canvasId={canvas.id}
          size="small"
          selection={selection}
          onCreated={() => {
            setShowsVersions(false);
            onView(null);
            live.reread();
          }}
        />
      </div>
    </aside>
  );
}

/** A deleted canvas can only be restored, with the button above the drawing. */
function DeletedCanvasPanel({ live, canvas }: Pick<Props, 'live' | 'canvas'>) {
  return (
    <aside className="panel" aria-label="Canvas">
      <div className="panel-scroll">
        <header className="panel-head">
          <h1>{canvas.title}</h1>
          <p className="panel-version">Deleted. Restore this canvas to change it.</p>
        </header>
        <Jobs live={live} canvas={canvas} send={null} />
      </div>
    </aside>
  );
}

/** The title, with a menu for the whole canvas. */
function CanvasTitle({ canvas }: Pick<Props, 'canvas'>) {
  const manage = useManageCanvas();
  const [isRenaming, setIsRenaming] = useState(false);
  const rename = () => setIsRenaming(true);
  const items = canvasMenu(canvas, manage, { leaves: true, onRename: rename });
  return (
    <div className="panel-title">
      {isRenaming ? (
        <TitleField canvas={canvas} onDone={() => setIsRenaming(false)} />
      ) : (
        <h1>
          <Tooltip text="Rename">
            <button type="button" className="title-button" onClick={rename}>
              {canvas.title}
            </button>
          </Tooltip>
        </h1>
      )}
      <Menu label="More" icon={<Ellipsis aria-hidden />} items={items} />
    </div>
  );
}

type JobsProps = Pick<Props, 'live' | 'canvas'> & {
  /** Null: jobs can't be undone. */
  send: SendCommand | null;
};

/** The focused job in detail, and a list of the others. */
function Jobs({ live, canvas, send }: JobsProps) {
  const { job, progress, jobs } = live;
  const others = jobs.filter((entry) => entry.id !== job?.id);
  return (
    <>
      {job && progress?.jobId === job.id && (
        <JobCard key={job.id} job={job} progress={progress} refused={live.refused}>
          {send && isTerminal(progress.status) && (
            <UndoJob jobId={job.id} latest={canvas.versionNumber} send={send} />
          )}
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
