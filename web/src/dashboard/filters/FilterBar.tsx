import { Search, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { doc } from '../../api/document.ts';
import { Button } from '../../controls/Button.tsx';
import { SelectField } from '../../controls/SelectField.tsx';
import { SessionDocument } from '../../generated/graphql.ts';
import { t } from '../../language/dashboardTexts.ts';
import { jobsPath } from '../../ui/paths.ts';
import { clearedFilters, jobSorts, setConditions, writeFilters } from './filters.ts';
import { MoreFilters } from './MoreFilters.tsx';
import type { FilterProps } from './TimeFilter.tsx';
import { useTypedText } from './useTypedText.ts';

/** The filters besides the status, and the order. */
export function FilterBar({ filters, onChange }: FilterProps) {
  const count = setConditions(filters).filter((name) => name !== 'text').length;
  const [isOpen, setIsOpen] = useState(count > 0);
  const isFiltered = setConditions(filters).length > 0 || filters.status !== 'all';
  return (
    <div className="filters">
      <SearchField text={filters.text} onChange={(text) => onChange({ text }, true)} />
      <Button aria-expanded={isOpen} aria-controls="more-filters" onClick={() => setIsOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden />
        {count === 0 ? t('dashboard.filters') : t('dashboard.filtersSet', { count })}
      </Button>
      <ScopeSelect filters={filters} onChange={onChange} />
      <SelectField
        label={t('dashboard.filter.sort')}
        value={filters.sort}
        options={jobSorts.map((sort) => [sort, t(`dashboard.sort.${sort}`)])}
        onChoose={(sort) => onChange({ sort })}
      />
      {isFiltered && (
        <Link className="button button-quiet" href={jobsPath + writeFilters(clearedFilters(filters))}>
          {t('dashboard.clearFilters')}
        </Link>
      )}
      <div className="more-filters" id="more-filters" hidden={!isOpen}>
        {isOpen && <MoreFilters filters={filters} onChange={onChange} />}
      </div>
    </div>
  );
}

function SearchField({ text, onChange }: { text: string; onChange(text: string): void }) {
  const [typed, setTyped] = useTypedText(text, onChange);
  return (
    <label className="search-field">
      <span className="visually-hidden">{t('dashboard.search')}</span>
      <Search aria-hidden />
      <input
        type="search"
        maxLength={200}
        placeholder={t('dashboard.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}

/** Whose jobs: a choice that operators have. */
function ScopeSelect({ filters, onChange }: FilterProps) {
  const [{ data }] = useQuery({ query: doc(SessionDocument), requestPolicy: 'cache-first' });
  if (data?.viewer?.role !== 'OPS') return null;
  const scopes = ['mine', 'all'] as const;
  return (
    <SelectField
      label={t('dashboard.filter.scope')}
      value={filters.scope}
      options={scopes.map((scope) => [scope, t(`dashboard.scope.${scope}`)])}
      onChoose={(scope) => onChange({ scope })}
    />
  );
}
