import { History } from 'lucide-react';
import { useRef, useState } from 'react';
import { Composer } from '../composer/Composer.tsx';
import { Button } from '../controls/Button.tsx';
import type { SaveState } from '../editing/session/sessionState.ts';
import { SaveNote } from '../editing/toolbar/SaveNote.tsx';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import type { CanvasQuery } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import type { CanvasObject } from '../scene/object.ts';
import { Thread } from '../thread/Thread.tsx';
import { useCommands } from '../ui/keyboard/commands.ts';
import { VersionList } from '../versions/list/VersionList.tsx';
import { TidyCanvas } from '../versions/TidyCanvas.tsx';
import type { SendCommand } from '../versions/useRevert.ts';
import { CanvasTitle } from './CanvasTitle.tsx';
import { SheetHandle } from './SheetHandle.tsx';

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
  // On phones. Until the user decides, the panel opens by itself when a job fails, to show the reason.
  const [isOpened, setIsOpened] = useState<boolean | null>(null);
  const isExpanded = isOpened ?? live.progress?.status === 'FAILED';
  const scroller = useRef<HTMLDivElement>(null);
  const title = t(showsVersions ? 'palette.commands.showJobs' : 'palette.commands.showVersions');
  useCommands(
    canvas.deletedAt !== null
      ? []
      : [{ group: t('palette.groups.canvas'), title, icon: History, run: toggleVersions }],
  );
  if (canvas.deletedAt !== null) return <DeletedCanvasPanel live={live} canvas={canvas} />;

  function toggleVersions(): void {
    setShowsVersions(!showsVersions);
    onView(null);
  }

  function showNewJob(): void {
    setIsOpened(null);
    setShowsVersions(false);
    onView(null);
    // The thread is scrolled from its end.
    scroller.current?.scrollTo({ top: 0 });
    live.reread();
  }

  const actions = {
    ...{ canvasId: canvas.id, latest: canvas.versionNumber, send, onCreated: showNewJob },
    has: (id: string) => objects.some((object) => object.id === id),
  };
  return (
    <aside
      className="panel"
      aria-label={t('canvas.panel')}
      data-expanded={isExpanded}
      onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && setIsOpened(false)}
    >
      <h1 className="sheet-title visually-hidden">{canvas.title}</h1>
      <SheetHandle live={live} isExpanded={isExpanded} onExpand={setIsOpened} />
      <header className="panel-head">
        <CanvasTitle canvas={canvas} />
        <p className="panel-version figures">
          {canvas.versionNumber > 0 && `${t('canvas.version', { number: canvas.versionNumber })} · `}
          <SaveNote state={saveState} />
        </p>
        <div className="panel-actions">
          <Button aria-pressed={showsVersions} onClick={toggleVersions}>
            <History aria-hidden /> {t('canvas.versions')}
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
        <div className="panel-scroll">
          <VersionList canvasId={canvas.id} latest={canvas.versionNumber} viewed={viewed} onView={onView} />
        </div>
      ) : (
        <div className="panel-scroll panel-scroll-end" ref={scroller}>
          <Thread canvas={canvas} live={live} actions={actions} />
        </div>
      )}
      <div className="panel-composer">
        <Composer
          label={t('canvas.change')}
          placeholder={t('canvas.changePlaceholder')}
          canvasId={canvas.id}
          size="small"
          selection={selection}
          onCreated={showNewJob}
        />
      </div>
    </aside>
  );
}

/** A deleted canvas can only be restored, with the button above the drawing. */
function DeletedCanvasPanel({ live, canvas }: Pick<Props, 'live' | 'canvas'>) {
  return (
    <aside className="panel" aria-label={t('canvas.panel')}>
      <header className="panel-head">
        <h1>{canvas.title}</h1>
        <p className="panel-version">{t('canvas.deleted')}</p>
      </header>
      <div className="panel-scroll panel-scroll-end">
        <Thread canvas={canvas} live={live} actions={null} />
      </div>
    </aside>
  );
}
