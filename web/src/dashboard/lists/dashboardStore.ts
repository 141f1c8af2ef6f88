import type { CombinedError } from 'urql';
import { type Observable, observable } from '../../api/observable.ts';
import type {
  DashboardJobFragment,
  DashboardQuery,
  DashboardQueryVariables,
  JobHistoryQuery,
  JobHistoryQueryVariables,
  JobStatus,
  JobSummaryFragment,
} from '../../generated/graphql.ts';
import { type JobFilters, type StatusGroup, statusGroups } from '../filters/filters.ts';
import { dashboardVariables } from '../filters/filterVariables.ts';
import { appendPage, firstPage, replaceFirstPage } from './jobLists.ts';
import { type DashboardState, updateLists } from './updateLists.ts';

/** Jobs on the first page of the history: more than a window shows, and few enough to be shown at once. */
export const firstPageSize = 20;
/** Jobs on each further page. */
export const pageSize = 50;

export type Shown = {
  /** Null until the first read. */
  data: DashboardState | null;
  error: CombinedError | undefined;
  isLoading: boolean;
  isLoadingMore: boolean;
};

type Result<Data> = Promise<{ data?: Data | undefined; error?: CombinedError | undefined }>;

/** The requests of the dashboard. */
export type DashboardApi = {
  readDashboard(variables: DashboardQueryVariables): Result<DashboardQuery>;
  readHistory(variables: JobHistoryQueryVariables): Result<JobHistoryQuery>;
  /** The server's time in ms. */
  now(): number;
};

export type DashboardStore = {
  /** The filters that were asked for last. */
  filters(): JobFilters;
  shown: Pick<Observable<Shown>, 'get' | 'subscribe'>;
  /** Reads the lists for other filters. */
  show(filters: JobFilters): Promise<void>;
  /** Reads the newest state of the lists; entries that were loaded stay. */
  refresh(): Promise<void>;
  /** Loads the next page of the history, if there is one. */
  loadMore(): Promise<void>;
  /** Loads the history up to this length. */
  loadUpTo(count: number): Promise<void>;
  /** Applies a live update. */
  update(job: JobSummaryFragment): void;
  /** The status of a listed job. */
  statusOf(jobId: string): JobStatus | undefined;
};

/** The lists of the dashboard, without React: they stay when its page is left, and are there on coming back. */
export function createDashboardStore(api: DashboardApi, initial: JobFilters): DashboardStore {
  const shown = observable<Shown>({ data: null, error: undefined, isLoading: true, isLoadingMore: false });
  const updates = new Map<string, JobSummaryFragment>();
  let filters = initial;
  const change = (part: Partial<Shown>) => shown.set({ ...shown.get(), ...part });

  async function read(first: number): Promise<void> {
    const wanted = filters;
    const { data, error } = await api.readDashboard({ ...dashboardVariables(wanted, api.now()), first });
    if (wanted !== filters) return;
    const before = shown.get().data;
    if (!data?.history || !data.activeJobs) return change({ error, isLoading: false });
    const known = before?.filters === wanted ? before.history : null;
    const history = known
      ? replaceFirstPage(known, data.history, data.history.totalCount)
      : firstPage(data.history);
    const active = data.activeJobs.edges.map(({ node }) => node);
    const next = { filters: wanted, active, history, counts: countsIn(data), queue: data.queueControl };
    // The answer may be older than updates that came meanwhile.
    change({ data: [...updates.values()].reduce(updateLists, next), error, isLoading: false });
  }

  async function loadMore(): Promise<void> {
    const { data, isLoadingMore } = shown.get();
    if (!data?.history.hasNextPage || isLoadingMore || data.filters !== filters) return;
    change({ isLoadingMore: true });
    const { scope, orderBy, historyFilter } = dashboardVariables(filters, api.now());
    const after = data.history.endCursor;
    const page = await api.readHistory({ scope, orderBy, historyFilter, first: pageSize, after });
    const now = shown.get().data;
    // Meanwhile, the list may have begun again.
    const isNext = now?.filters === data.filters && now.history.endCursor === after;
    change({
      isLoadingMore: false,
      error: page.error,
      ...(isNext &&
        page.data?.history && { data: { ...now, history: appendPage(now.history, page.data.history) } }),
    });
  }

  return {
    filters: () => filters,
    shown,
    show(next) {
      filters = next;
      change({ isLoading: true, error: undefined });
      return read(firstPageSize);
    },
    // A longer page finds what was loaded again, also when many jobs have ended since.
    refresh: () =>
      read((shown.get().data?.history.jobs.length ?? 0) > firstPageSize ? pageSize : firstPageSize),
    loadMore,
    async loadUpTo(count) {
      const isMissing = () => (shown.get().data?.history.jobs.length ?? count) < count;
      for (let pages = 0; pages * pageSize < count && isMissing(); pages += 1) await loadMore();
    },
    statusOf(jobId) {
      const { data } = shown.get();
      const isIt = ({ id }: DashboardJobFragment) => id === jobId;
      return (data?.active.find(isIt) ?? data?.history.jobs.find(isIt))?.status;
    },
    update(job) {
      updates.set(job.id, job);
      const { data } = shown.get();
      if (data === null) return;
      const updated = updateLists(data, job);
      if (updated !== data) change({ data: updated });
    },
  };
}

function countsIn(data: DashboardQuery): Record<StatusGroup, number> {
  const entries = statusGroups.map((group) => [group, data[group]?.totalCount ?? 0]);
  return Object.fromEntries(entries) as Record<StatusGroup, number>;
}
