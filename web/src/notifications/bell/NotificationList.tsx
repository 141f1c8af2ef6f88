import { useEffect, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { Button } from '../../controls/Button.tsx';
import { EndedJobsDocument, type ListedJobFragment } from '../../generated/graphql.ts';
import { formatAge } from '../../jobs/texts/format.ts';
import { t } from '../../language/language.ts';
import { dismiss } from '../../ui/messages/notice.ts';
import { Problem } from '../../ui/messages/Problem.tsx';
import { useNow } from '../../ui/useNow.ts';
import { endKey } from '../endedJobs/endedJobs.ts';
import { bundleTopic, outcomeOf, titleOf } from '../endedJobs/endedJobText.ts';
import { isUnread, markAllRead, markRead, readMark } from '../endedJobs/readMark.ts';
import { useEndedJobActions } from '../endedJobs/useEndedJobActions.ts';
import { useRereadOnEnds } from '../endedJobs/useRereadOnEnds.ts';

/** The last 50 jobs that have ended, the latest first. */
export function NotificationList({ onClose }: { onClose(): void }) {
  const [{ data, error }, read] = useQuery({ query: doc(EndedJobsDocument) });
  const reread = () => read({ requestPolicy: 'network-only' });
  useRereadOnEnds(reread);
  const mark = useSyncExternalStore(readMark.subscribe, readMark.get);
  const jobs = data?.jobs?.edges.map(({ node }) => node);
  useEffect(() => {
    // The list has the same actions, and the toasts would cover it on phones.
    for (const { node } of data?.jobs?.edges ?? []) dismiss(node.id);
    dismiss(bundleTopic);
  }, [data]);
  return (
    <div className="notification-list">
      <div className="notification-list-head">
        <h2>{t('notifications.list.title')}</h2>
        {jobs?.some((job) => isUnread(job, mark)) && (
          <Button look="quiet" onClick={() => markAllRead(jobs)}>
            {t('notifications.list.markAllRead')}
          </Button>
        )}
      </div>
      {error && !jobs && <Problem error={error} onRetry={reread} />}
      {jobs?.length === 0 && <p>{t('notifications.list.empty')}</p>}
      <ul>
        {jobs?.map((job) => (
          <Entry key={endKey(job)} job={job} isUnread={isUnread(job, mark)} onClose={onClose} />
        ))}
      </ul>
    </div>
  );
}

type EntryProps = { job: ListedJobFragment; isUnread: boolean; onClose(): void };

function Entry({ job, isUnread, onClose }: EntryProps) {
  const actions = useEndedJobActions()(job);
  const now = useNow(30_000);
  const title = titleOf(job);
  return (
    <li data-unread={isUnread || undefined}>
      <p className="notification-title">
        <strong>
          {isUnread && <span className="visually-hidden">{t('notifications.list.new')} </span>}
          {title}
        </strong>
        {job.finishedAt && <time dateTime={job.finishedAt}>{formatAge(job.finishedAt, now)}</time>}
      </p>
      <p>{outcomeOf(job)}</p>
      <div className="notification-actions">
        {actions.map(({ label, run }) => (
          <Button
            key={label}
            aria-label={`${label}: ${title}`}
            onClick={() => {
              markRead(job);
              onClose();
              run();
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
