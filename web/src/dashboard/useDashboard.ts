import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Client, useClient } from 'urql';
import { doc } from '../api/document.ts';
import { serverNow } from '../api/serverClock.ts';
import { DashboardDocument, JobHistoryDocument, type JobStatus } from '../generated/graphql.ts';
import { useJobUpdates } from '../jobs/updates/useJobUpdates.ts';
import { type JobFilters, readFilters, writeFilters } from './filters/filters.ts';
import { coalesce } from './lists/coalesce.ts';
import { createDashboardStore, type DashboardStore, type Shown } from './lists/dashboardStore.ts';

/** In ms. Positions in the queue, and others' jobs, change without an update. */
const pollInterval = 4_000;

export type Dashboard = Shown & {
  filters: JobFilters;
  store: DashboardStore;
  /** Reads the lists again soon. */
  refresh(): void;
};

/** The lists of jobs for the filters in an address, kept up to date. */
export function useDashboard(search: string): Dashboard {
  const client = useClient();
  const filters = useMemo(() => readFilters(new URLSearchParams(search)), [search]);
  const [store] = useState(() => storeOf(client, filters));
  // Deferred, so that the rows are rendered in slices: together they take longer than a frame.
  const shown = useDeferredValue(useSyncExternalStore(store.shown.subscribe, store.shown.get));
  const [lists] = useState(() => coalesce(store.refresh));

  useEffect(() => {
    const isSame = writeFilters(store.filters()) === writeFilters(filters);
    if (isSame && store.shown.get().data) lists.request();
    else void store.show(filters);
  }, [store, lists, filters]);
  useEffect(() => () => lists.stop(), [lists]);
  useLiveUpdates(store, lists.request);

  const isWaiting = shown.data?.active.some(({ status }) => status === 'QUEUED') ?? false;
  const isPolling = isWaiting || filters.scope === 'all';
  useEffect(() => {
    if (!isPolling) return;
    const timer = setInterval(() => document.hidden || lists.request(), pollInterval);
    return () => clearInterval(timer);
  }, [isPolling, lists]);

  return { ...shown, filters, store, refresh: lists.request };
}

function useLiveUpdates(store: DashboardStore, refresh: () => void): void {
  const [statuses] = useState(() => new Map<string, JobStatus>());
  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      const known = statuses.get(job.id) ?? store.statusOf(job.id);
      statuses.set(job.id, job.status);
      store.update(job);
      // A new job, or one that goes from one list to the other.
      if (known !== job.status) refresh();
    },
    onMissed: refresh,
  });
}

const stores = new WeakMap<Client, DashboardStore>();

/** The store of this client: it stays when the page is left, so that the lists are there on coming back. */
function storeOf(client: Client, filters: JobFilters): DashboardStore {
  const kept = stores.get(client);
  if (kept) return kept;
  const requestPolicy = 'network-only';
  const store = createDashboardStore(
    {
      readDashboard: (variables) =>
        client.query(doc(DashboardDocument), variables, { requestPolicy }).toPromise(),
      readHistory: (variables) =>
        client.query(doc(JobHistoryDocument), variables, { requestPolicy }).toPromise(),
      now: serverNow,
    },
    filters,
  );
  stores.set(client, store);
  return store;
}
