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
  const at = (name: 'before' | 'after', cursor: string) => {
    const next = new URLSearchParams(search);
    next.delete('before');
    next.delete('after');
    next.set(name, cursor);
    return `${path}?${next}`;
  };
  return (
    <nav className="pager" aria-label="Pages">
      {hasPreviousPage && startCursor && (
        <Link className="button" href={at('before', startCursor)}>
          <ChevronLeft aria-hidden /> Newer
        </Link>
      )}
      {hasNextPage && endCursor && (
        <Link className="button" href={at('after', endCursor)}>
          Older <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
