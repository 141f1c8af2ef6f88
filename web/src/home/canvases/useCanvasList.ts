import { type CombinedError, useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import { doc } from '../../api/document.ts';
import { CanvasesDocument, type CanvasesQuery } from '../../generated/graphql.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { useJobUpdates } from '../../jobs/updates/useJobUpdates.ts';
import { type CanvasSearch, readSearch, variablesOf, writeSearch } from './canvasSearch.ts';

export type CanvasList = {
  page: CanvasesQuery['canvases'] | null;
  error: CombinedError | undefined;
  loading: boolean;
  search: CanvasSearch;
  /** Parameters of the address, for links to other pages of the list. */
  parameters: URLSearchParams;
  /** Starts another search; the address keeps it. */
  find(search: CanvasSearch): void;
  reread(): void;
};

/** The viewer's canvases that the address asks for, read again when jobs add or change some. */
export function useCanvasList(): CanvasList {
  const [path, navigate] = useLocation();
  const parameters = new URLSearchParams(useSearch());
  const [{ data, error, fetching }, read] = useQuery({
    query: doc(CanvasesDocument),
    variables: variablesOf(parameters),
  });
  const reread = () => read({ requestPolicy: 'network-only' });
  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      if (job.status === 'QUEUED' || isTerminal(job.status)) reread();
    },
    onMissed: reread,
  });
  const page = data?.canvases ?? null;
  return {
    page,
    error,
    loading: fetching && page === null && !error,
    search: readSearch(parameters),
    parameters,
    find: (search) => navigate(path + writeSearch(search), { replace: true }),
    reread,
  };
}
