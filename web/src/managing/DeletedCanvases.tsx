import { RotateCcw } from 'lucide-react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import { DeletedCanvasesDocument } from '../generated/graphql.ts';
import { formatDay } from '../jobs/format.ts';
import { useManageCanvas } from './useManageCanvas.ts';
import './managing.css';

/** Deleted canvases that can still be restored; nothing when there are none. */
export function DeletedCanvases() {
  const [{ data }] = useQuery({ query: doc(DeletedCanvasesDocument) });
  const { restore } = useManageCanvas();
  const page = data?.canvases;
  if (!page || page.totalCount === 0) return null;
  return (
    <details className="deleted">
      <summary>{page.totalCount === 1 ? '1 deleted canvas' : `${page.totalCount} deleted canvases`}</summary>
      <ul>
        {page.edges.map(({ node }) => (
          <li key={node.id}>
            <span className="deleted-title">{node.title}</span>
            <span className="deleted-meta">
              {node.removalAt && `Deleted permanently on ${formatDay(node.removalAt)}`}
            </span>
            <Button onClick={() => void restore(node, { opens: false })}>
              <RotateCcw aria-hidden /> Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
