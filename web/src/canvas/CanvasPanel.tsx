import { History } from 'lucide-react';
import { useState } from 'react';
import { Composer } from '../composer/Composer.tsx';
import { Button } from '../controls/Button.tsx';
import { SaveNote } from '../editing/SaveNote.tsx';
import type { SaveState } from '../editing/sessionState.ts';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import type { CanvasQuery } from '../generated/graphql.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import type { CanvasObject } from '../scene/object.ts';
import { TidyCanvas } from '../versions/TidyCanvas.tsx';
import type { SendCommand } from '../versions/useRevert.ts';
import { VersionList } from '../versions/VersionList.tsx';
import { CanvasJobs } from './CanvasJobs.tsx';
import { CanvasTitle } from './CanvasTitle.tsx';

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
            <Button aria-pressed={showsVersions} onClick={toggleVersions}>
              <History aria-hidden /> Versions
            </Button>
            <TidyCanvas
              canvasId={canvas.id}
              isEmpty={objects.length === 0}
              isReadOnly={viewed !== null}
              isSaved={saveState === 'saved'}
              selection={selection}
              onCreated={live.reread}
            />
            <ExportMenu canvas={canvas} objects={objects} />
          </div>
        </header>
        {showsVersions ? (
          <VersionList canvasId={canvas.id} latest={canvas.versionNumber} viewed={viewed} onView={onView} />
        ) : (
          <CanvasJobs live={live} latest={canvas.versionNumber} send={send} />
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
        <CanvasJobs live={live} latest={canvas.versionNumber} send={null} />
      </div>
    </aside>
  );
}
