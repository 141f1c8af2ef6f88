import { useRef } from 'react';
import type { DashboardJobFragment } from '../../generated/graphql.ts';
import { firstLine } from '../../jobs/texts/format.ts';
import { t } from '../../language/dashboardTexts.ts';

/** `isRange`: with all jobs from the one that was chosen before. */
type OnSelect = (jobId: string, isRange: boolean) => void;

/** What lists need to let people select their jobs. */
export type Selecting = { isSelected(jobId: string): boolean; onSelect: OnSelect };
export type SelectProps = { isSelected: boolean; onSelect: OnSelect };

/** A check box that selects a job; with Shift, a range. */
export function SelectJob({ job, isSelected, onSelect }: SelectProps & { job: DashboardJobFragment }) {
  const isShift = useRef(false);
  return (
    <label className="select-job">
      <span className="visually-hidden">
        {t('dashboard.bulk.select', { title: firstLine(job.instruction) })}
      </span>
      <input
        type="checkbox"
        checked={isSelected}
        onClick={(event) => {
          isShift.current = event.shiftKey;
        }}
        onChange={() => onSelect(job.id, isShift.current)}
      />
    </label>
  );
}
