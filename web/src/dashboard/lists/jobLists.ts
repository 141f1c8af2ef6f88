import type { DashboardJobFragment, JobHistoryPageFragment } from '../../generated/graphql.ts';

/** Finished jobs that have been loaded, in the order of the list. */
export type LoadedJobs = {
  jobs: readonly DashboardJobFragment[];
  endCursor: string | null;
  hasNextPage: boolean;
};

const nodesOf = (page: JobHistoryPageFragment) => page.edges.map(({ node }) => node);

export function firstPage(page: JobHistoryPageFragment): LoadedJobs {
  return { jobs: nodesOf(page), ...page.pageInfo };
}

/** Appends a page. A job that has moved to it from an earlier one is listed once. */
export function appendPage(loaded: LoadedJobs, page: JobHistoryPageFragment): LoadedJobs {
  const known = new Set(loaded.jobs.map(({ id }) => id));
  return {
    jobs: [...loaded.jobs, ...nodesOf(page).filter(({ id }) => !known.has(id))],
    ...page.pageInfo,
  };
}

/**
 * Replaces the beginning of the list by its newest state. What follows stays, so that nobody loses their place; if the
 * two don't meet, because many jobs have ended meanwhile, the list begins again.
 * @param total Jobs on all pages. In an ascending order, the newest follow at the end.
 */
export function replaceFirstPage(
  loaded: LoadedJobs,
  page: JobHistoryPageFragment,
  total: number,
): LoadedJobs {
  const first = firstPage(page);
  const last = first.jobs.at(-1);
  const end = loaded.jobs.findIndex(({ id }) => id === last?.id);
  if (end < 0 || !first.hasNextPage) return first;
  const fresh = new Set(first.jobs.map(({ id }) => id));
  const rest = loaded.jobs.slice(end + 1).filter(({ id }) => !fresh.has(id));
  const jobs = [...first.jobs.map((job) => unlessSame(job, loaded.jobs)), ...rest];
  return rest.length === 0
    ? { ...first, jobs }
    : { jobs, endCursor: loaded.endCursor, hasNextPage: loaded.hasNextPage || jobs.length < total };
}

/** The known object for an unchanged job, so that its row is not rendered again. */
function unlessSame(job: DashboardJobFragment, known: readonly DashboardJobFragment[]): DashboardJobFragment {
  const before = known.find(({ id }) => id === job.id);
  return before && JSON.stringify(before) === JSON.stringify(job) ? before : job;
}
