import type { DashboardQueryVariables, JobFilter, JobOrder, JobStatus } from '../../generated/graphql.ts';
import { type JobFilters, type JobSort, type StatusGroup, timeRanges } from './filters.ts';

const activeStatuses: readonly JobStatus[] = ['QUEUED', 'PROCESSING', 'CANCELLING'];
const finishedStatuses: readonly JobStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED'];

/** The states in each group. */
export const statusesOf: Record<StatusGroup, readonly JobStatus[]> = {
  all: [...activeStatuses, ...finishedStatuses],
  active: activeStatuses,
  completed: ['COMPLETED'],
  failed: ['FAILED'],
  cancelled: ['CANCELLED'],
};

const orders: Record<JobSort, JobOrder> = {
  newest: 'CREATED_AT_DESC',
  oldest: 'CREATED_AT_ASC',
  finished: 'FINISHED_AT_DESC',
  'finished-first': 'FINISHED_AT_ASC',
};

/** Jobs that have not finished have one order only. */
const activeOrders: Record<JobSort, JobOrder> = {
  ...orders,
  finished: 'CREATED_AT_DESC',
  'finished-first': 'CREATED_AT_ASC',
};

/**
 * Variables of the dashboard's query: unfinished jobs, finished jobs, and a count for each group of states. A list that
 * the chosen states rule out asks for no state at all, and is empty.
 * @param now The server's time in ms.
 */
export function dashboardVariables(filters: JobFilters, now: number): Omit<DashboardQueryVariables, 'first'> {
  const conditions = conditionsOf(filters, now);
  const withStatus = (status: readonly JobStatus[]): JobFilter => ({ ...conditions, status: [...status] });
  const chosen = statusesOf[filters.status];
  return {
    scope: filters.scope === 'all' ? 'ALL' : 'MINE',
    orderBy: orders[filters.sort],
    activeOrderBy: activeOrders[filters.sort],
    activeFilter: withStatus(activeStatuses.filter((status) => chosen.includes(status))),
    historyFilter: withStatus(finishedStatuses.filter((status) => chosen.includes(status))),
    all: withStatus(statusesOf.all),
    active: withStatus(statusesOf.active),
    completed: withStatus(statusesOf.completed),
    failed: withStatus(statusesOf.failed),
    cancelled: withStatus(statusesOf.cancelled),
  };
}

/** The filter of the API that matches the listed jobs. */
export function jobFilterOf(filters: JobFilters, now: number): JobFilter {
  return { ...conditionsOf(filters, now), status: [...statusesOf[filters.status]] };
}

function conditionsOf(filters: JobFilters, now: number): JobFilter {
  const { text, type, canvas, time, from, to, error, planner, priority } = filters;
  const createdAfter = time ? new Date(now - timeRanges[time]) : startOfDay(from, 0);
  const createdBefore = time ? null : startOfDay(to, 1);
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(type && { type: [type] }),
    ...(canvas && { canvasId: canvas }),
    ...(createdAfter && { createdAfter: createdAfter.toISOString() }),
    ...(createdBefore && { createdBefore: createdBefore.toISOString() }),
    ...(error && (error === 'any' ? { hasError: true } : { errorCode: [error] })),
    ...(planner && { planner: [planner] }),
    ...(priority && { priority: [priority] }),
  };
}

/** Midnight in local time, so many days after a day such as `2026-01-31`. */
function startOfDay(day: string | null, later: number): Date | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date;
}
