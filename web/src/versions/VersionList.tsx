import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import { type CanvasVersionFieldsFragment, CanvasVersionsDocument } from '../generated/graphql.ts';
import { formatAge } from '../jobs/format.ts';
import { CanvasThumbnail } from '../scene/CanvasThumbnail.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useNow } from '../ui/useNow.ts';
import { changesOf, originOf, type Version } from './versionText.ts';
import './versions.css';

const pageSize = 10;
/** Page size that the API allows for the largest canvases. */
const maxPageSize = 50;

export type VersionListProps = {
  canvasId: string;
  latest: number;
  /** The version that is shown; null for the latest. */
  viewed: number | null;
  /** Shows a version; null for the latest. */
  onView(number: number | null): void;
};

/** The versions of a canvas, newest first. Choosing one shows it. */
export function VersionList({ canvasId, latest, viewed, onView }: VersionListProps) {
  const [first, setFirst] = useState(pageSize);
  const variables = { id: canvasId, first };
  const [{ data, error, fetching }, read] = useQuery({ query: doc(CanvasVersionsDocument), variables });
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a new version
  useEffect(() => read({ requestPolicy: 'network-only' }), [read, latest]);
  const now = useNow(30_000);
  const page = data?.canvas?.versions;
  if (error && !page)
    return <Problem error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />;
  if (!page) return <p className="job-note">Loading…</p>;
  if (page.totalCount === 0) return <p className="job-note">No versions yet.</p>;
  const { edges, totalCount } = page;
  const versions = new Map(edges.map(({ node }) => [node.number, node]));
  return (
    <>
      <ol className="versions" aria-label="Versions" aria-busy={fetching}>
        {edges.map(({ node }) => (
          <VersionRow
            key={node.number}
            version={node}
            others={versions}
            now={now}
            isLatest={node.number === latest}
            isViewed={node.number === (viewed ?? latest)}
            onView={() => onView(node.number === latest ? null : node.number)}
          />
        ))}
      </ol>
      {totalCount > edges.length && first < maxPageSize && (
        <Button onClick={() => setFirst(Math.min(maxPageSize, first + pageSize * 2))}>
          Show older versions
        </Button>
      )}
    </>
  );
}

type VersionRowProps = {
  version: CanvasVersionFieldsFragment;
  others: ReadonlyMap<number, Version>;
  now: number;
  isLatest: boolean;
  isViewed: boolean;
  onView(): void;
};

function VersionRow({ version, others, now, isLatest, isViewed, onView }: VersionRowProps) {
  // The text of a revert already names what it undid or redid.
  const isUndone = version.kind !== 'UNDO' && version.undoneBy !== null;
  return (
    <li>
      <button type="button" className="version" aria-pressed={isViewed} onClick={onView}>
        <CanvasThumbnail objects={version.objects} />
        <span className="version-text">
          <span className="version-origin">{originOf(version, others)}</span>
          <span className="version-meta figures">
            Version {version.number}
            {isLatest && ' (latest)'} · {formatAge(version.createdAt, now)}
          </span>
          <span className="version-meta figures">
            {changesOf(version)}
            {isUndone && ' · undone'}
          </span>
        </span>
      </button>
    </li>
  );
}
