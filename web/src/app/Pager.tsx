import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';

export type PagerProps = {
  pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
  path: string;
  /** Present parameters of the address; those of the cursor are replaced. */
  search: URLSearchParams;
};

/** Leads to the newer and the older entries of a list, if there are any. */
export function Pager({ pageInfo, path, search }: PagerProps) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  const others = new URLSearchParams(search);
  others.delete('before');
  others.delete('after');
  // A page whose entries have all left the list has no cursor to go on from.
  const first = others.size === 0 ? path : `${path}?${others}`;
  const at = (name: 'before' | 'after', cursor: string) => {
    const next = new URLSearchParams(others);
    next.set(name, cursor);
    return `${path}?${next}`;
  };
  return (
    <nav className="pager" aria-label="Pagination">
      {hasPreviousPage && (
        <Link className="button" href={startCursor ? at('before', startCursor) : first}>
          <ChevronLeft aria-hidden /> Newer
        </Link>
      )}
      {hasNextPage && (
        <Link className="button" href={endCursor ? at('after', endCursor) : first}>
          Older <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
