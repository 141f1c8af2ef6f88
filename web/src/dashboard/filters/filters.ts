import type { JobErrorCode, JobPriority, JobType } from '../../generated/graphql.ts';
import { errorCodes, isOneOf, jobTypes, planners, priorities } from './choices.ts';

/** Groups of job states that the list can be narrowed to, in the order of the tabs. */
export const statusGroups = ['all', 'active', 'completed', 'failed', 'cancelled'] as const;
export type StatusGroup = (typeof statusGroups)[number];

/** Lengths of the time ranges that end now, in ms. */
export const timeRanges = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
} as const;
export type TimeRange = keyof typeof timeRanges;

export const jobSorts = ['newest', 'oldest', 'finished', 'finished-first'] as const;
export type JobSort = (typeof jobSorts)[number];

/** Which jobs the dashboard lists, and in which order. Null: any. */
export type JobFilters = {
  status: StatusGroup;
  text: string;
  type: JobType | null;
  /** Global id. */
  canvas: string | null;
  /** When the job was created. */
  time: TimeRange | null;
  /** First and last day of creation, as `2026-01-31` in local time. */
  from: string | null;
  to: string | null;
  error: 'any' | JobErrorCode | null;
  planner: string | null;
  priority: JobPriority | null;
  /** Everyone's jobs are for operators. */
  scope: 'mine' | 'all';
  sort: JobSort;
};

const noFilters: JobFilters = {
  status: 'all',
  text: '',
  type: null,
  canvas: null,
  time: null,
  from: null,
  to: null,
  error: null,
  planner: null,
  priority: null,
  scope: 'mine',
  sort: 'newest',
};

/** The filters in an address. Values that don't exist are ignored. */
export function readFilters(search: URLSearchParams): JobFilters {
  const chosen = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const value = search.get(name);
    return value !== null && isOneOf(values, value) ? value : null;
  };
  return {
    status: chosen('status', statusGroups) ?? 'all',
    text: search.get('text') ?? '',
    type: chosen('type', jobTypes),
    canvas: search.get('canvas'),
    time: chosen('time', Object.keys(timeRanges) as TimeRange[]),
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    error: chosen('error', ['any', ...errorCodes]),
    planner: chosen('planner', planners),
    priority: chosen('priority', priorities),
    scope: chosen('scope', ['mine', 'all']) ?? 'mine',
    sort: chosen('sort', jobSorts) ?? 'newest',
  };
}

function dayOf(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : null;
}

/** The query string of an address with these filters, with its `?`; empty without any. */
export function writeFilters(filters: JobFilters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== null && value !== noFilters[name as keyof JobFilters]) search.set(name, value);
  }
  return search.size === 0 ? '' : `?${search}`;
}

/** The filters without conditions: whose jobs, and their order, stay. */
export function clearedFilters({ scope, sort }: JobFilters): JobFilters {
  return { ...noFilters, scope, sort };
}

/** Names of the conditions that are set, without the status. */
export function setConditions(filters: JobFilters): (keyof JobFilters)[] {
  const names = ['text', 'type', 'canvas', 'time', 'from', 'to', 'error', 'planner', 'priority'] as const;
  return names.filter((name) => filters[name] !== noFilters[name]);
}
