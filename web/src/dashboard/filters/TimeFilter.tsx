import { t } from '../../language/dashboardTexts.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { type JobFilters, type TimeRange, timeRanges } from './filters.ts';

/** Filters, and what a control of one calls. `isTyping`: more changes follow at once. */
export type FilterProps = {
  filters: JobFilters;
  onChange(change: Partial<JobFilters>, isTyping?: boolean): void;
};

const ranges = Object.keys(timeRanges) as TimeRange[];

/** When jobs were created: a time range that ends now, or days. */
export function TimeFilter({ filters, onChange }: FilterProps) {
  const { time, from, to } = filters;
  const isBetween = from !== null || to !== null;
  const today = () => new Date().toLocaleDateString('sv');
  return (
    <>
      <FilterSelect
        label={t('dashboard.filter.time')}
        value={isBetween ? 'between' : time}
        options={[
          ...ranges.map((range) => [range, t(`dashboard.time.${range}`)] as const),
          ['between', t('dashboard.time.between')],
        ]}
        onChange={(value) =>
          value === 'between'
            ? onChange({ time: null, from: today(), to: null })
            : onChange({ time: value, from: null, to: null })
        }
      />
      {isBetween && (
        <>
          <DayField
            label={t('dashboard.filter.from')}
            day={from}
            onChange={(day) => onChange({ from: day })}
          />
          <DayField label={t('dashboard.filter.to')} day={to} onChange={(day) => onChange({ to: day })} />
        </>
      )}
    </>
  );
}

type DayProps = { label: string; day: string | null; onChange(day: string | null): void };

function DayField({ label, day, onChange }: DayProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type="date" value={day ?? ''} onChange={(event) => onChange(event.target.value || null)} />
    </label>
  );
}
