import { Link } from 'wouter';
import { Empty } from './Empty.tsx';
import { HOME } from './paths.ts';
import { useTitle } from './useTitle.ts';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  useTitle('Not found');
  return (
    <main className="page" id="content">
      <Empty heading="h1" title="There is nothing at this address">
        <Link href={HOME}>Go to the start page</Link>
      </Empty>
    </main>
  );
}
