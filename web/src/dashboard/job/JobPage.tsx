import { Link } from 'wouter';
import { cutText } from '../../../../src/canvas/model/cutText.ts';
import { announcement } from '../../jobs/card/JobCard.tsx';
import { JobState } from '../../jobs/card/JobState.tsx';
import { useJobCommands } from '../../jobs/commands/useJobCommands.ts';
import { StatusBadge } from '../../jobs/display/StatusBadge.tsx';
import { firstLine } from '../../jobs/texts/format.ts';
import { t } from '../../language/dashboardTexts.ts';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Problem } from '../../ui/messages/Problem.tsx';
import { ServerText } from '../../ui/messages/ServerText.tsx';
import { jobsPath } from '../../ui/paths.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { Attempts } from './Attempts.tsx';
import { JobPageActions } from './JobPageActions.tsx';
import { JobPageFacts } from './JobPageFacts.tsx';
import { RawLog } from './log/RawLog.tsx';
import { Timeline } from './log/Timeline.tsx';
import { type LoadedJob, useJobPage } from './useJobPage.ts';
import '../../jobs/card/job.css';
import '../dashboard.css';
import './jobPage.css';

/** Length of the heading, in characters. */
const maxTitleLength = 120;

/** One job: its state live, its log, its attempts and all facts. */
export function JobPage({ id }: { id: string }) {
  const { loaded, isLoading, error, reread } = useJobPage(id);
  const title = loaded ? cutText(firstLine(loaded.job.instruction), maxTitleLength) : null;
  useTitle(title ?? t('dashboard.job.title'));
  return (
    <main className="page job-page" id="content" aria-busy={isLoading}>
      <p>
        <Link href={jobsPath}>{t('dashboard.job.allJobs')}</Link>
      </p>
      {error && <Problem error={error} onRetry={reread} hasContent={loaded !== null} />}
      {!loaded && !isLoading && !error && (
        <Empty heading="h1" title={t('dashboard.job.notFound')}>
          {t('dashboard.job.notFoundText')}
        </Empty>
      )}
      {loaded && <JobContent key={loaded.job.id} loaded={loaded} title={title ?? ''} />}
    </main>
  );
}

function JobContent({ loaded, title }: { loaded: LoadedJob; title: string }) {
  const { job, progress, refused, events, isOperator } = loaded;
  useJobCommands(job, progress, { isOnCanvas: false });
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <StatusBadge {...progress} />
      </div>
      <p className="visually-hidden" role="status">
        {announcement(job, progress)}
      </p>
      <div className="job-page-columns">
        <div className="job-page-main">
          {refused && (
            <p className="notice notice-warning" role="alert">
              {refused}
            </p>
          )}
          <JobState job={job} progress={progress} />
          {job.warnings.map((warning) => (
            <p key={warning} className="notice">
              <ServerText text={warning} />
            </p>
          ))}
          <JobPageActions job={job} />
          <section className="job-page-section" aria-labelledby="job-instruction">
            <h2 id="job-instruction">{t('dashboard.job.instruction')}</h2>
            <p className="job-instruction">{job.instruction}</p>
          </section>
          <Attempts job={job} isOperator={isOperator} />
          <Timeline events={events} />
          {isOperator && <RawLog jobId={job.id} />}
        </div>
        <JobPageFacts job={job} progress={progress} isOperator={isOperator} />
      </div>
    </>
  );
}
