import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobFilters } from '../filters/filters.ts';
import type { DashboardState } from '../lists/updateLists.ts';
import type { Selecting } from './SelectJob.tsx';
import { noSelection, type Selection, toggle } from './selection.ts';

/** The selection in the lists. Other filters clear it. */
export function useSelecting(
  data: DashboardState | null,
  filters: JobFilters,
): Selecting & { selection: Selection; selectAll(): void; clear(): void } {
  const [selection, setSelection] = useState(noSelection);
  const [selectedFor, setSelectedFor] = useState(filters);
  if (selectedFor !== filters) {
    setSelectedFor(filters);
    setSelection(noSelection);
  }

  // A callback that stays the same: rows are rendered again only when they change.
  const order = useRef<readonly string[]>([]);
  useEffect(() => {
    order.current = [...(data?.active ?? []), ...(data?.history.jobs ?? [])].map(({ id }) => id);
  }, [data]);
  const onSelect = useCallback((jobId: string, isRange: boolean) => {
    setSelection((before) => toggle(before, jobId, order.current, isRange));
  }, []);

  return {
    selection,
    isSelected: (jobId) => selection.isAll || selection.ids.has(jobId),
    onSelect,
    selectAll: () => setSelection({ ...noSelection, isAll: true }),
    clear: () => setSelection(noSelection),
  };
}
