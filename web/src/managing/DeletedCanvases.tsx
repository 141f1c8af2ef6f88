import { RotateCcw } from 'lucide-react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import { DeletedCanvasesDocument, type DeletedCanvasesQuery } from '../generated/graphql.ts';
import { formatDay } from '../jobs/texts/format.ts';
import { t } from '../language/language.ts';
import { useManageCanvas } from './useManageCanvas.ts';
import './managing.css';

type DeletedPage = DeletedCanvasesQuery['canvases'];

/** The viewer's deleted canvases; null until they are read. */
export function useDeletedCanvases(): { canvases: DeletedPage | null; loading: boolean } {
  const [{ data, fetching }] = useQuery({ query: doc(DeletedCanvasesDocument) });
  return { canvases: data?.canvases ?? null, loading: fetching && !data };
}

/** Deleted canvases that can still be restored; nothing when there are none. */
export function DeletedCanvases({ canvases }: { canvases: DeletedPage | null }) {
  const { restore } = useManageCanvas();
  if (!canvases || canvases.totalCount === 0) return null;
  return (
    <details className="deleted">
      <summary>{t('managing.deletedCount', { count: canvases.totalCount })}</summary>
      <ul>
        {canvases.edges.map(({ node }) => (
          <li key={node.id}>
            <span className="deleted-title">{node.title}</span>
            <span className="deleted-meta">
              {node.removalAt && t('managing.deletedOn', { day: formatDay(node.removalAt) })}
            </span>
            <Button onClick={() => void restore(node, { opens: false })}>
              <RotateCcw aria-hidden /> {t('managing.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
