import { Link, useLocation } from 'wouter';
import { CanvasGrid } from '../canvas/CanvasGrid.tsx';
import { Composer } from '../composer/Composer.tsx';
import { JobRow } from '../jobs/JobRow.tsx';
import { useJobList } from '../jobs/useJobList.ts';
import { t } from '../language/language.ts';
import { DeletedCanvases } from '../managing/DeletedCanvases.tsx';
import { canvasPath, jobsPath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';

const recentJobCount = 5;

/** The start page: a field for instructions, canvases and recent jobs. */
export function HomePage() {
  useTitle(null);
  const [, navigate] = useLocation();
  return (
    <main className="page home" id="content">
      <section className="home-start">
        <h1>{t('home.question')}</h1>
        <Composer
          label={t('home.describe')}
          placeholder={t('home.placeholder')}
          canvasId={null}
          size="large"
          examples
          onCreated={(job) => navigate(job.canvas ? canvasPath(job.canvas.id) : jobsPath)}
        />
      </section>
      <section aria-labelledby="home-canvases">
        <h2 id="home-canvases">{t('home.canvases')}</h2>
        <CanvasGrid />
        <DeletedCanvases />
      </section>
      <RecentJobs />
    </main>
  );
}

function RecentJobs() {
  const { jobs, page } = useJobList({ first: recentJobCount });
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="home-jobs">
      <div className="section-head">
        <h2 id="home-jobs">{t('home.recentJobs')}</h2>
        {page && page.totalCount > jobs.length && (
          <Link href={jobsPath}>{t('home.allJobs', { count: page.totalCount })}</Link>
        )}
      </div>
      <ul className="job-list">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
