import { Empty } from '../app/Empty.tsx';
import { Problem } from '../app/Problem.tsx';
import { useTitle } from '../app/useTitle.ts';
import { useCanvasEditing } from '../editing/useCanvasEditing.ts';
import { CanvasOutline } from './CanvasOutline.tsx';
import { CanvasPanel } from './CanvasPanel.tsx';
import { LazyStage } from './LazyStage.tsx';
import { type LiveCanvas, useLiveCanvas } from './useLiveCanvas.ts';
import './canvasPage.css';

/** One canvas with its job, live, to be edited. */
export function CanvasPage({ id }: { id: string }) {
  const live = useLiveCanvas(id);
  const { objects, editing, saveState } = useCanvasEditing(id, live);
  useTitle(live.canvas?.title ?? null);
  if (!live.canvas && !live.loading) return <Unavailable live={live} />;
  return (
    <main className="canvas-page" id="content">
      <div className="canvas-view">
        <LazyStage objects={objects} editing={editing} />
        <CanvasOutline objects={objects} />
        <StageNote live={live} isEmpty={objects.length === 0} />
      </div>
      {live.canvas ? (
        <CanvasPanel live={live} canvas={live.canvas} saveState={saveState} />
      ) : (
        <aside className="panel" aria-busy />
      )}
    </main>
  );
}

/** What an empty canvas is waiting for. */
function StageNote({ live: { canvas, progress }, isEmpty }: { live: LiveCanvas; isEmpty: boolean }) {
  if (!canvas || !isEmpty || progress?.status === 'COMPLETED') return null;
  const comes = progress?.status === 'QUEUED' || progress?.status === 'PROCESSING';
  return (
    <p className={comes ? 'stage-note stage-note-live' : 'stage-note'}>
      <span>{comes ? 'The drawing appears here as it is made' : 'This canvas is empty'}</span>
    </p>
  );
}

function Unavailable({ live }: { live: LiveCanvas }) {
  return (
    <main className="page" id="content">
      {live.error ? (
        <Problem error={live.error} onRetry={live.reread} />
      ) : (
        <Empty heading="h1" title="No such canvas">
          It may have been removed, or it belongs to somebody else.
        </Empty>
      )}
    </main>
  );
}
