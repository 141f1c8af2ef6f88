import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { FilterCanvasDocument, FilterCanvasesDocument } from '../../generated/graphql.ts';
import { t } from '../../language/dashboardTexts.ts';
import { canvasOptions } from './canvasOptions.ts';
import { errorCodes, jobTypes, planners, priorities } from './choices.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { type FilterProps, TimeFilter } from './TimeFilter.tsx';

/** The filters that are shown on request. */
export function MoreFilters({ filters, onChange }: FilterProps) {
  return (
    <>
      <FilterSelect
        label={t('dashboard.filter.type')}
        value={filters.type}
        options={jobTypes.map((type) => [type, t(`jobs.type.${type}`)])}
        onChange={(type) => onChange({ type })}
      />
      <CanvasSelect filters={filters} onChange={onChange} />
      <TimeFilter filters={filters} onChange={onChange} />
      <FilterSelect
        label={t('dashboard.filter.error')}
        value={filters.error}
        options={[
          ['any', t('dashboard.anyError')],
          ...errorCodes.map((code) => [code, t(`jobs.error.${code}.reason`)] as const),
        ]}
        onChange={(error) => onChange({ error })}
      />
      <FilterSelect
        label={t('dashboard.filter.planner')}
        value={filters.planner}
        options={planners.map((planner) => [planner, t(`jobs.planner.${planner}`)])}
        onChange={(planner) => onChange({ planner })}
      />
      <FilterSelect
        label={t('dashboard.filter.priority')}
        value={filters.priority}
        options={priorities.map((priority) => [priority, t(`jobs.priority.${priority}`)])}
        onChange={(priority) => onChange({ priority })}
      />
    </>
  );
}

/** The canvases that were changed last, and the chosen one. */
function CanvasSelect({ filters, onChange }: FilterProps) {
  const { canvas } = filters;
  const [{ data }] = useQuery({ query: doc(FilterCanvasesDocument) });
  const [{ data: chosen }] = useQuery({
    query: doc(FilterCanvasDocument),
    variables: { id: canvas ?? '' },
    pause: canvas === null,
  });
  const latest = data?.canvases?.edges.map(({ node }) => node) ?? [];
  const others = canvas === null ? [] : [chosen?.canvas ?? { id: canvas, title: '…', updatedAt: null }];
  const listed = [...others.filter(({ id }) => !latest.some((entry) => entry.id === id)), ...latest];
  return (
    <FilterSelect
      label={t('dashboard.filter.canvas')}
      value={canvas}
      options={canvasOptions(listed)}
      onChange={(id) => onChange({ canvas: id })}
    />
  );
}
