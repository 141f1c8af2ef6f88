import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../language/language.ts';
import { type CanvasSearch, canvasOrders } from './canvasSearch.ts';

/** Time in ms after the last key before the search starts. */
const typingPause = 200;

type CanvasSearchBarProps = { search: CanvasSearch; onSearch(search: CanvasSearch): void };

/** Finds canvases by their title, and orders them. */
export function CanvasSearchBar({ search, onSearch }: CanvasSearchBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { text, order } = search;
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The address changes otherwise, too: by a link, or back in the history.
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);

  function searchSoon(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch({ order, text: field.current?.value ?? '' }), typingPause);
  }

  return (
    <search className="canvas-search">
      <label className="canvas-search-field">
        <Search aria-hidden />
        <input
          ref={field}
          type="search"
          aria-label={t('home.search')}
          placeholder={t('home.search')}
          defaultValue={text}
          onChange={searchSoon}
        />
      </label>
      <select
        aria-label={t('home.order.label')}
        value={order}
        onChange={({ target }) => onSearch({ text, order: target.value as CanvasSearch['order'] })}
      >
        {canvasOrders.map((name) => (
          <option key={name} value={name}>
            {t(`home.order.${name}`)}
          </option>
        ))}
      </select>
    </search>
  );
}
