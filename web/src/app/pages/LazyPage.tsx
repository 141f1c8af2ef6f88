import { useEffect, useState } from 'react';
import { t } from '../../language/language.ts';
import { arriveAtPage } from './arrival.ts';
import type { Page } from './lazyPage.ts';

/** A page, or an indicator while its code is loaded. Throws if it can't be loaded. */
export function LazyPage({ page, id }: { page: Page; id: string }) {
  const [component, setComponent] = useState(() => page.component);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (component) arriveAtPage();
    else page.load().then((loaded) => setComponent(() => loaded), setFailure);
  }, [component, page]);

  if (failure) throw failure;
  const Content = component;
  return Content ? <Content id={id} /> : <PageLoading />;
}

function PageLoading() {
  return (
    <main className="page" id="content" aria-busy>
      <p className="page-loading" role="status">
        <span className="page-spinner spin" />
        <span className="visually-hidden">{t('app.loading')}</span>
      </p>
    </main>
  );
}
