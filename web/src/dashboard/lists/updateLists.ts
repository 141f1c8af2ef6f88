import type { DashboardJobFragment, DashboardQuery, JobSummaryFragment } from '../../generated/graphql.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { type JobFilters, type JobSort, type StatusGroup, statusGroups } from '../filters/filters.ts';
import { statusesOf } from '../filters/filterVariables.ts';
import type { LoadedJobs } from './jobLists.ts';

/** The lists of the dashboard. */
export type DashboardState = {
  /** What the lists show; the former filters while the first page for new ones is read. */
  filters: JobFilters;
  active: readonly DashboardJobFragment[];
  history: LoadedJobs;
  counts: Record<StatusGroup, number>;
  queue: DashboardQuery['queueControl'];
};

/**
 * Applies a live update. A job that ends, or is queued again, goes to the other list at once, and is counted there.
 * @returns The same lists if the job is in none of them, or is as new there.
 */
export function updateLists(lists: DashboardState, update: JobSummaryFragment): DashboardState {
  const { active, history, filters } = lists;
  const known = [...active, ...history.jobs].find(({ id }) => id === update.id);
  if (known === undefined || update.lastSequence <= known.lastSequence) return lists;
  const job = { ...known, ...update };
  const replaceIn = (jobs: readonly DashboardJobFragment[]) =>
    jobs.map((each) => (each === known ? job : each));
  const counts = countsAfter(lists.counts, known, job);
  if (isTerminal(job.status) === isTerminal(known.status)) {
    const jobs = replaceIn(history.jobs);
    return { ...lists, counts, active: replaceIn(active), history: { ...history, jobs } };
  }
  const left = { active: without(active, job), history: { ...history, jobs: without(history.jobs, job) } };
  const isListed = statusesOf[filters.status].includes(job.status) && filters.error === null;
  if (!isListed) return { ...lists, ...left, counts };
  return isTerminal(job.status)
    ? { ...lists, counts, active: left.active, history: insertEnded(left.history, job, filters) }
    : { ...lists, counts, active: insert(left.active, job, byCreation(filters.sort)), history: left.history };
}

const without = (jobs: readonly DashboardJobFragment[], job: DashboardJobFragment) =>
  jobs.filter(({ id }) => id !== job.id);

type Counts = Record<StatusGroup, number>;

function countsAfter(counts: Counts, before: DashboardJobFragment, after: DashboardJobFragment): Counts {
  const isIn = (group: StatusGroup, { status }: DashboardJobFragment) =>
    Number(statusesOf[group].includes(status));
  const entries = statusGroups.map((group) => [
    group,
    counts[group] - isIn(group, before) + isIn(group, after),
  ]);
  return Object.fromEntries(entries) as Counts;
}

type IsBefore = (job: DashboardJobFragment, other: DashboardJobFragment) => boolean;

/** Active jobs are ordered by their creation, also where the history is ordered by the end of jobs. */
function byCreation(sort: JobSort): IsBefore {
  const isAscending = sort === 'oldest' || sort === 'finished-first';
  return (job, other) => (isAscending ? job.createdAt < other.createdAt : job.createdAt > other.createdAt);
}

function byEnd(sort: JobSort): IsBefore {
  const isBefore = (job: DashboardJobFragment, other: DashboardJobFragment) =>
    (job.finishedAt ?? '') < (other.finishedAt ?? '');
  return sort === 'finished-first' ? isBefore : (job, other) => isBefore(other, job);
}

function insert(
  jobs: readonly DashboardJobFragment[],
  job: DashboardJobFragment,
  isBefore: IsBefore,
): readonly DashboardJobFragment[] {
  const index = jobs.findIndex((other) => isBefore(job, other));
  return jobs.toSpliced(index < 0 ? jobs.length : index, 0, job);
}

/** Behind the last loaded job, it belongs to a page that is not loaded. */
function insertEnded(history: LoadedJobs, job: DashboardJobFragment, { sort }: JobFilters): LoadedJobs {
  const isBefore = sort === 'newest' || sort === 'oldest' ? byCreation(sort) : byEnd(sort);
  const jobs = insert(history.jobs, job, isBefore);
  return history.hasNextPage && jobs.at(-1) === job ? history : { ...history, jobs };
}
