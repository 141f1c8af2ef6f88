import { useState } from 'react';
import type { JobDetailFragment, JobSummaryFragment } from '../../generated/graphql.ts';
import { JobRow } from '../../jobs/display/JobRow.tsx';
import { QueueNote } from '../../jobs/display/QueueNote.tsx';
import { useJobUpdates } from '../../jobs/updates/useJobUpdates.ts';
import { t } from '../../language/language.ts';

/** The jobs that were sent from the open dialog, newest first, in their current state. */
export function SentJobs({ jobs }: { jobs: readonly JobDetailFragment[] }) {
  const [updates, setUpdates] = useState<ReadonlyMap<string, JobSummaryFragment>>(new Map());
  useJobUpdates({
    canvasId: null,
    onUpdate: (job) => setUpdates((known) => new Map(known).set(job.id, job)),
    onMissed: () => undefined,
  });
  if (jobs.length === 0) return null;
  const listed = jobs.map((job) => updates.get(job.id) ?? job);
  return (
    <section className="sent-jobs" aria-label={t('composer.dialog.sent')}>
      {listed.some(({ status }) => status === 'QUEUED') && <QueueNote />}
      <ul className="job-list">
        {listed.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
