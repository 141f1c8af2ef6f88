import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Problem } from '../app/Problem.tsx';
import { useNow } from '../app/useNow.ts';
import { CanvasThumbnail } from '../canvas/CanvasThumbnail.tsx';
import { type CanvasVersionFieldsFragment, CanvasVersionsDocument } from '../generated/graphql.ts';
import { formatAge } from '../jobs/duration.ts';
import { countsOf, originOf } from './versionText.ts';
import './versions.css';

const PAGE_SIZE = 10;
/** As many as the API gives at once of the largest canvases. */
const MOST = 50;

export type VersionListProps = {
  canvasId: string;
  /** The newest version. */
  present: number;
  /** The version that is looked at; null for the present state. */
  viewed: number | null;
  /** Looks at a version; null: at the present state. */
  onView(number: number | null): void;
};

/** What has been done to a canvas, newest first, to be looked at. */
export function VersionList({ canvasId, present, viewed, onView }: VersionListProps) {
  const [first, setFirst] = useState(PAGE_SIZE);
  const variables = { id: canvasId, first };
  const [{ data, error, fetching }, read] = useQuery({ query: doc(CanvasVersionsDocument), variables });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what makes the list out of date
  useEffect(() => read({ requestPolicy: 'network-only' }), [read, present]);
  const now = useNow(30_000);
  const page = data?.canvas?.versions;
  if (error && !page)
    return <Problem error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />;
  if (!page) return <p className="job-note">Loading…</p>;
  if (page.totalCount === 0) return <p className="job-note">Nothing has been done to this canvas yet.</p>;
  const { edges, totalCount } = page;
  return (
    <>
      <ol className="versions" aria-label="Versions" aria-busy={fetching}>
        {edges.map(({ node }) => (
          <Version
            key={node.number}
            version={node}
            now={now}
            isPresent={node.number === present}
            isViewed={node.number === (viewed ?? present)}
            onView={() => onView(node.number === present ? null : node.number)}
          />
        ))}
      </ol>
      {totalCount > edges.length && first < MOST && (
        <button
          type="button"
          className="button"
          onClick={() => setFirst(Math.min(MOST, first + PAGE_SIZE * 2))}
        >
          Show older
        </button>
      )}
    </>
  );
}

type VersionProps = {
  version: CanvasVersionFieldsFragment;
  now: number;
  isPresent: boolean;
  isViewed: boolean;
  onView(): void;
};

function Version({ version, now, isPresent, isViewed, onView }: VersionProps) {
  return (
    <li>
      <button type="button" className="version" aria-pressed={isViewed} onClick={onView}>
        <CanvasThumbnail objects={version.objects} />
        <span className="version-text">
          <span className="version-origin">{originOf(version)}</span>
          <span className="version-meta figures">
            Version {version.number}
            {isPresent && ' (now)'} · {formatAge(version.createdAt, now)}
          </span>
          <span className="version-meta figures">
            {countsOf(version)}
            {version.undoneBy !== null && ` · undone by version ${version.undoneBy}`}
          </span>
        </span>
      </button>
    </li>
  );
}
