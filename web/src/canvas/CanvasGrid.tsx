import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useSearch } from 'wouter';
import { doc } from '../api/document.ts';
import { Menu } from '../controls/Menu.tsx';
import { type CanvasCardFieldsFragment, CanvasesDocument } from '../generated/graphql.ts';
import { formatAge, formatObjectCount } from '../jobs/format.ts';
import { isTerminal } from '../jobs/status.ts';
import { useJobUpdates } from '../jobs/useJobUpdates.ts';
import { canvasMenu } from '../managing/canvasMenu.tsx';
import { TitleField } from '../managing/TitleField.tsx';
import { useManageCanvas } from '../managing/useManageCanvas.ts';
import { CanvasThumbnail } from '../scene/CanvasThumbnail.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Pager } from '../ui/Pager.tsx';
import { Problem } from '../ui/Problem.tsx';
import { pageCursor } from '../ui/pageCursor.ts';
import { canvasPath, homePath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';
import './canvasGrid.css';

const pageSize = 12;

/** The viewer's canvases, last changed first. */
export function CanvasGrid() {
  const search = new URLSearchParams(useSearch());
  const [{ data, error, fetching }, read] = useQuery({
    query: doc(CanvasesDocument),
    variables: pageCursor(search, pageSize),
  });
  const reread = () => read({ requestPolicy: 'network-only' });
  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      if (job.status === 'QUEUED' || isTerminal(job.status)) reread();
    },
    onMissed: reread,
  });
  const page = data?.canvases;
  const now = useNow(60_000);
  if (error && !page) return <Problem error={error} onRetry={reread} />;
  if (page?.totalCount === 0) {
    return (
      <Empty heading="h3" title="No canvases yet">
        Describe a diagram above to create your first canvas.
      </Empty>
    );
  }
  return (
    <>
      <ul className="canvas-grid" aria-busy={fetching && !page}>
        {page?.edges.map(({ node }) => (
          <CanvasCard key={node.id} canvas={node} now={now} />
        ))}
      </ul>
      {page && <Pager pageInfo={page.pageInfo} path={homePath} search={search} />}
    </>
  );
}

function CanvasCard({ canvas, now }: { canvas: CanvasCardFieldsFragment; now: number }) {
  const manage = useManageCanvas();
  const [renaming, setRenaming] = useState(false);
  const items = canvasMenu(canvas, manage, { leaves: false, onRename: () => setRenaming(true) });
  return (
    <li className="canvas-card-place">
      {renaming ? (
        <div className="canvas-card">
          <CanvasThumbnail objects={canvas.objects} />
          <TitleField canvas={canvas} onDone={() => setRenaming(false)} />
        </div>
      ) : (
        <Link className="canvas-card" href={canvasPath(canvas.id)}>
          <CanvasThumbnail objects={canvas.objects} />
          <span className="canvas-card-title">{canvas.title}</span>
          <CardMeta canvas={canvas} now={now} />
        </Link>
      )}
      <Menu label={`Actions for ${canvas.title}`} icon={<Ellipsis aria-hidden />} items={items} />
    </li>
  );
}

function CardMeta({ canvas, now }: { canvas: CanvasCardFieldsFragment; now: number }) {
  const count = formatObjectCount(canvas.objectCount);
  return (
    <span className="canvas-card-meta">
      {canvas.objectCount === 0 ? 'Empty' : count} · {formatAge(canvas.updatedAt, now)}
    </span>
  );
}
