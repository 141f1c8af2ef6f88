import type { JobStatus } from '../generated/graphql.ts';

/** The filters of the list of jobs, by their name in the address. */
export const FILTERS = [
  { name: 'all', word: 'All', status: null },
  { name: 'active', word: 'Active', status: ['QUEUED', 'PROCESSING', 'CANCELLING'] },
  { name: 'completed', word: 'Done', status: ['COMPLETED'] },
  { name: 'failed', word: 'Failed', status: ['FAILED'] },
  { name: 'cancelled', word: 'Cancelled', status: ['CANCELLED'] },
] as const satisfies readonly { name: string; word: string; status: readonly JobStatus[] | null }[];

export type FilterName = (typeof FILTERS)[number]['name'];

/** The filter that an address names; one that it does not know is `all`. */
export function filterNamed(name: string | null): (typeof FILTERS)[number] {
  return FILTERS.find((filter) => filter.name === name) ?? FILTERS[0];
}
