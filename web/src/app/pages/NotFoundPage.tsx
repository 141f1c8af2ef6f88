import { Link } from 'wouter';
import { t } from '../../language/language.ts';
import { Empty } from '../../ui/messages/Empty.tsx';
import { homePath } from '../../ui/paths.ts';
import { useTitle } from '../../ui/useTitle.ts';

/** For an unknown path. */
export function NotFoundPage() {
  useTitle(t('app.notFound.title'));
  return (
    <main className="page" id="content">
      <Empty heading="h1" title={t('app.notFound.title')}>
        <Link href={homePath}>{t('app.notFound.goHome')}</Link>
      </Empty>
    </main>
  );
}
