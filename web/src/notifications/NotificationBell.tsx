import { Bell } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Popover } from '../controls/Popover.tsx';
import { UnreadJobsDocument } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { followReadMark, isUnread, readMark } from './readMark.ts';
import { useRereadOnEnds } from './useRereadOnEnds.ts';
import './notificationBell.css';

const NotificationList = lazy(() => import('./NotificationList.tsx'));

/** Opens the list of jobs that have ended, and shows how many of them are unread. */
export function NotificationBell() {
  const [isOpen, setIsOpen] = useState(false);
  const count = useUnreadCount();
  useEffect(followReadMark, []);
  const label = count > 0 ? t('notifications.list.unread', { count }) : t('notifications.list.title');
  const bell = (
    <button type="button" className="icon-button notification-bell" aria-label={label}>
      <Bell aria-hidden />
      {count > 0 && (
        <span className="count figures" aria-hidden>
          {count}
        </span>
      )}
    </button>
  );
  return (
    <Popover trigger={bell} label={t('notifications.list.title')} isOpen={isOpen} onOpenChange={setIsOpen}>
      <Suspense fallback={null}>
        <NotificationList onClose={() => setIsOpen(false)} />
      </Suspense>
    </Popover>
  );
}

function useUnreadCount(): number {
  const mark = useSyncExternalStore(readMark.subscribe, readMark.get);
  const variables = { finishedAfter: mark.until };
  const [{ data }, read] = useQuery({ query: doc(UnreadJobsDocument), variables });
  useRereadOnEnds(() => read({ requestPolicy: 'network-only' }));
  const jobs = data?.jobs?.edges.map(({ node }) => node) ?? [];
  return jobs.filter((job) => isUnread(job, mark)).length;
}
