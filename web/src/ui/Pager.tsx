import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../language/language.ts';

export type PagerProps = {
  pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
  path: string;
  /** Current parameters of the URL; the cursor is replaced. */
  search: URLSearchParams;
};

/** Links to the newer and the older entries of a list. */
export function Pager({ pageInfo, path, search }: PagerProps) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  const others = new URLSearchParams(search);
  others.delete('before');
  others.delete('after');
  // An empty page has no cursors: link to the first page.
  const first = others.size === 0 ? path : `${path}?${others}`;
  const at = (name: 'before' | 'after', cursor: string) => {
    const next = new URLSearchParams(others);
    next.set(name, cursor);
    return `${path}?${next}`;
  };
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {hasPreviousPage && (
        <Link className="button" href={startCursor ? at('before', startCursor) : first}>
          <ChevronLeft aria-hidden /> {t('ui.pager.newer')}
        </Link>
      )}
      {hasNextPage && (
        <Link className="button" href={endCursor ? at('after', endCursor) : first}>
          {t('ui.pager.older')} <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
