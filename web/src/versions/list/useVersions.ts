import { useEffect, useEffectEvent, useState } from 'react';
import { type CombinedError, useClient, useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { CanvasVersionsDocument, type CanvasVersionsQuery } from '../../generated/graphql.ts';
import { mergeVersions, type VersionFields } from './versionGroups.ts';

const pageSize = 20;

type Page = NonNullable<CanvasVersionsQuery['canvas']>['versions'];

export type Versions = {
  /** Newest first, as far as they are loaded; null before. */
  versions: readonly VersionFields[] | null;
  /** The first page could not be read. */
  error: CombinedError | undefined;
  hasOlder: boolean;
  isLoading: boolean;
  reread(): void;
  /** Loads the next older page. */
  loadOlder(): Promise<void>;
};

/** The versions of a canvas, read again after each new one (`latest`). */
export function useVersions(canvasId: string, latest: number): Versions {
  const client = useClient();
  const [versions, setVersions] = useState<readonly VersionFields[] | null>(null);
  /** Where the loaded versions end; null until the first page is there. */
  const [end, setEnd] = useState<Page['pageInfo'] | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [{ data, error, fetching }, read] = useQuery({
    query: doc(CanvasVersionsDocument),
    variables: { id: canvasId, first: pageSize },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a new version
  useEffect(() => read({ requestPolicy: 'network-only' }), [read, latest]);

  const newest = data?.canvas?.versions;
  const add = useEffectEvent((page: Page) => {
    setVersions((known) =>
      mergeVersions(
        known ?? [],
        page.edges.map(({ node }) => node),
      ),
    );
    setEnd((known) => known ?? page.pageInfo);
  });
  useEffect(() => {
    if (newest) add(newest);
  }, [newest]);

  async function loadOlder(): Promise<void> {
    if (isLoading || !end?.hasNextPage) return;
    setIsLoading(true);
    const variables = { id: canvasId, first: pageSize, after: end.endCursor };
    const older = await client.query(doc(CanvasVersionsDocument), variables).toPromise();
    const page = older.data?.canvas?.versions;
    if (page) {
      add(page);
      setEnd(page.pageInfo);
    }
    setIsLoading(false);
  }

  return {
    versions,
    error: versions || newest ? undefined : error,
    hasOlder: end?.hasNextPage ?? false,
    isLoading: isLoading || fetching,
    reread: () => read({ requestPolicy: 'network-only' }),
    loadOlder,
  };
}
