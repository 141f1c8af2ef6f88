import { Link } from 'wouter';
import { Empty } from '../ui/Empty.tsx';
import { homePath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';

/** For an unknown path. */
export function NotFoundPage() {
  useTitle('Page not found');
  return (
    <main className="page" id="content">
      <Empty heading="h1" title="Page not found">
        <Link href={homePath}>Go to the start page</Link>
      </Empty>
    </main>
  );
}
