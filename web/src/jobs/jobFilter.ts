import type { JobStatus } from '../generated/graphql.ts';

/** Filters of the job list, by their name in the URL. */
export const jobFilters = [
  { name: 'all', label: 'All', status: null },
  { name: 'active', label: 'Active', status: ['QUEUED', 'PROCESSING', 'CANCELLING'] },
  { name: 'completed', label: 'Done', status: ['COMPLETED'] },
  { name: 'failed', label: 'Failed', status: ['FAILED'] },
  { name: 'cancelled', label: 'Cancelled', status: ['CANCELLED'] },
] as const satisfies readonly { name: string; label: string; status: readonly JobStatus[] | null }[];

export type FilterName = (typeof jobFilters)[number]['name'];

/** The filter with this name; `all` if there is none. */
export function filterNamed(name: string | null): (typeof jobFilters)[number] {
  return jobFilters.find((filter) => filter.name === name) ?? jobFilters[0];
}
