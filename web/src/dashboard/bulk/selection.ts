import type { DashboardJobFragment } from '../../generated/graphql.ts';
import type { DashboardState } from '../lists/updateLists.ts';

/** The jobs that are selected in the lists. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** Where a range begins: the job that was chosen last. */
  anchor: string | null;
  /** Whether all jobs that match the filters are selected, also those that are not loaded. */
  isAll: boolean;
};

export const noSelection: Selection = { ids: new Set(), anchor: null, isAll: false };

/**
 * Selects a job, or takes it out.
 * @param order The listed jobs.
 * @param isRange Does the same for all jobs from the one that was chosen last to this one.
 */
export function toggle(
  selection: Selection,
  id: string,
  order: readonly string[],
  isRange: boolean,
): Selection {
  const ids = new Set(selection.isAll ? order : selection.ids);
  const isAdded = !ids.has(id);
  const [to, from] = [order.indexOf(id), isRange ? order.indexOf(selection.anchor ?? '') : -1];
  const range = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const each of range) {
    if (isAdded) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: id, isAll: false };
}

type Lists = Pick<DashboardState, 'active' | 'history' | 'filters'>;
type Action = 'cancel' | 'retry';

/** Whether a selected job may be cancelled or retried; one that is not loaded may be. */
export function suits(
  action: Action,
  { active, history, filters }: Lists,
  { ids, isAll }: Selection,
): boolean {
  const listed = [...active, ...history.jobs];
  const selected = isAll ? listed : listed.filter(({ id }) => ids.has(id));
  if (selected.some((job) => allows(action, job))) return true;
  if (!isAll) return selected.length < ids.size;
  return action === 'retry' && history.hasNextPage && filters.status !== 'completed';
}

function allows(action: Action, { status, canRetry }: DashboardJobFragment): boolean {
  return action === 'retry' ? canRetry : status === 'QUEUED' || status === 'PROCESSING';
}
