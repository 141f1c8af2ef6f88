import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Problem } from '../../ui/messages/Problem.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { homePath } from '../../ui/paths.ts';
import { useNow } from '../../ui/useNow.ts';
import { CanvasCard } from './CanvasCard.tsx';
import { CanvasSearchBar } from './CanvasSearchBar.tsx';
import { FirstCanvas } from './FirstCanvas.tsx';
import { useActiveJobs } from './useActiveJobs.ts';
import type { CanvasList } from './useCanvasList.ts';

/** The viewer's canvases with a search, or an invitation to create the first one. */
export function CanvasSection({ list }: { list: CanvasList }) {
  const { page, search, find } = list;
  const isFirstRun = page?.totalCount === 0 && search.text.trim() === '';
  return (
    <section aria-labelledby="home-canvases">
      <div className="section-head">
        <h2 id="home-canvases">{t('home.canvases')}</h2>
        {!isFirstRun && <CanvasSearchBar search={search} onSearch={find} />}
      </div>
      {isFirstRun ? <FirstCanvas /> : <CanvasGrid list={list} />}
    </section>
  );
}

function CanvasGrid({ list: { page, error, search, parameters, find, reread } }: { list: CanvasList }) {
  const jobs = useActiveJobs();
  const now = useNow(60_000);
  if (!page) return error ? <Problem error={error} onRetry={reread} /> : null;
  if (page.totalCount === 0) {
    return (
      <Empty heading="h3" title={t('home.noneFound.title', { text: search.text.trim() })}>
        <Button onClick={() => find({ ...search, text: '' })}>{t('home.noneFound.clear')}</Button>
      </Empty>
    );
  }
  return (
    <>
      <ul className="canvas-grid">
        {page.edges.map(({ node }) => (
          <CanvasCard key={node.id} canvas={node} jobs={jobs.get(node.id) ?? []} now={now} />
        ))}
      </ul>
      <Pager pageInfo={page.pageInfo} path={homePath} search={parameters} />
    </>
  );
}
