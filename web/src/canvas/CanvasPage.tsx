import { useState } from 'react';
import { Link } from 'wouter';
import { toSavedIds } from '../editing/session/localIds.ts';
import { useCanvasEditing } from '../editing/useCanvasEditing.ts';
import { t } from '../language/language.ts';
import { type LiveCanvas, useLiveCanvas } from '../live/useLiveCanvas.ts';
import { DeletedBar } from '../managing/DeletedBar.tsx';
import { CanvasOutline } from '../scene/CanvasOutline.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import { Problem } from '../ui/messages/Problem.tsx';
import { homePath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';
import { useViewedVersion } from '../versions/comparing/useViewedVersion.ts';
import { VersionBar } from '../versions/comparing/VersionBar.tsx';
import { useOfferUndo } from '../versions/useOfferUndo.ts';
import { CanvasPanel } from './CanvasPanel.tsx';
import { LazyStage } from './LazyStage.tsx';
import './canvasPage.css';

/** A live canvas with its job, for editing; or one of its earlier versions, read-only. */
export function CanvasPage({ id }: { id: string }) {
  const live = useLiveCanvas(id);
  const { canvas } = live;
  const edited = useCanvasEditing(id, live);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const version = useViewedVersion(id, canvas?.objects);
  useOfferUndo(live, edited.command);
  useTitle(canvas?.title ?? null);
  if (!canvas && !live.isLoading) return <Unavailable live={live} />;
  const objects = version.objects ?? edited.objects;
  const isEditable = version.number === null && canvas?.deletedAt === null;
  const editing = isEditable && edited.editing ? { ...edited.editing, onSelect: setSelected } : null;
  return (
    <main className="canvas-page" id="content">
      <div className="canvas-view">
        <LazyStage objects={objects} editing={editing} comparison={version.comparison} />
        <CanvasOutline objects={objects} deleted={editing?.deleted} />
        <StageNote live={live} isEmpty={objects.length === 0} />
        {canvas && canvas.deletedAt !== null && <DeletedBar canvas={canvas} />}
        {version.number !== null && canvas?.deletedAt === null && (
          <VersionBar
            number={version.number}
            send={edited.command}
            comparison={version.comparison}
            onCompare={version.compare}
            onClose={() => version.view(null)}
          />
        )}
      </div>
      {canvas ? (
        <CanvasPanel
          live={live}
          canvas={canvas}
          objects={edited.editing ? edited.settled : objects}
          selection={editing ? toSavedIds(selected, edited.serverIds, canvas.objects) : []}
          saveState={edited.saveState}
          send={edited.command}
          viewed={version.number}
          onView={version.view}
        />
      ) : (
        <aside className="panel" aria-busy />
      )}
    </main>
  );
}

/** Shown on an empty canvas. */
function StageNote({ live: { canvas, progress }, isEmpty }: { live: LiveCanvas; isEmpty: boolean }) {
  if (!canvas || !isEmpty || progress?.status === 'COMPLETED') return null;
  const isExpected = progress?.status === 'QUEUED' || progress?.status === 'PROCESSING';
  return (
    <p className={isExpected ? 'stage-note stage-note-live' : 'stage-note'}>
      <span>{t(isExpected ? 'canvas.drawingExpected' : 'canvas.empty')}</span>
    </p>
  );
}

function Unavailable({ live }: { live: LiveCanvas }) {
  return (
    <main className="page" id="content">
      {live.error ? (
        <Problem error={live.error} onRetry={live.reread} />
      ) : (
        <Empty heading="h1" title={t('canvas.notFound')}>
          {t('canvas.notFoundWhy')} <Link href={homePath}>{t('canvas.goHome')}</Link>
        </Empty>
      )}
    </main>
  );
}
