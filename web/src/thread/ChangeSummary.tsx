import { useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { JobChangesDocument, type ObjectNameFragment, type ThreadJobFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { Problem } from '../ui/messages/Problem.tsx';
import { nameOfObject } from './objectNames.ts';

type Version = NonNullable<ThreadJobFragment['canvasVersion']>;

/** How much a version changed: `4 added, 1 changed`. */
export function changesText({ addedCount, updatedCount, deletedCount }: Version): string {
  const parts = [
    addedCount > 0 && t('job.changes.added', { count: addedCount }),
    updatedCount > 0 && t('job.changes.changed', { count: updatedCount }),
    deletedCount > 0 && t('job.changes.deleted', { count: deletedCount }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : t('job.changes.none');
}

/** What a job changed in words; it opens to the names of the objects. */
export function ChangeSummary({ jobId, version }: { jobId: string; version: Version }) {
  const [isOpen, setIsOpen] = useState(false);
  const text = changesText(version);
  if (version.addedCount + version.updatedCount + version.deletedCount === 0) return <p>{text}</p>;
  return (
    <details className="change-summary" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="figures">{text}</summary>
      {isOpen && <ChangeList jobId={jobId} />}
    </details>
  );
}

function ChangeList({ jobId }: { jobId: string }) {
  const [{ data, error }, read] = useQuery({ query: doc(JobChangesDocument), variables: { jobId } });
  const changes = data?.job?.canvasVersion?.changes;
  if (error && !changes)
    return <Problem error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />;
  if (!changes) return <p className="job-note">{t('job.loading')}</p>;
  return (
    <>
      <NameList title={t('job.changes.addedTitle')} objects={changes.added} />
      <NameList title={t('job.changes.changedTitle')} objects={changes.updated.map(({ after }) => after)} />
      <NameList title={t('job.changes.deletedTitle')} objects={changes.deleted} />
    </>
  );
}

/** Boxes first: they are what a person looks for. */
function NameList({ title, objects }: { title: string; objects: readonly ObjectNameFragment[] }) {
  if (objects.length === 0) return null;
  const isConnector = ({ __typename }: ObjectNameFragment) => __typename === 'Connector';
  const sorted = objects.toSorted((a, b) => Number(isConnector(a)) - Number(isConnector(b)));
  return (
    <section className="change-list">
      <h2>{title}</h2>
      <ul aria-label={title}>
        {sorted.map((object) => (
          <li key={object.id}>{nameOfObject(object)}</li>
        ))}
      </ul>
    </section>
  );
}
