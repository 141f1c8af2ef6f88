import { Bell } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { doc } from '../../api/document.ts';
import { Popover } from '../../controls/Popover.tsx';
import { UnreadJobsDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { useLazyComponent } from '../../ui/loading/useLazyComponent.ts';
import { usePageVisible } from '../../ui/usePageVisible.ts';
import { isShownAt } from '../endedJobs/endedJobs.ts';
import { followReadMark, isUnread, markAllRead, markRead, readMark } from '../endedJobs/readMark.ts';
import { useRereadOnEnds } from '../endedJobs/useRereadOnEnds.ts';
import './notificationBell.css';

async function loadList() {
  const { NotificationList } = await import('./NotificationList.tsx');
  return NotificationList;
}

/** Opens the list of jobs that have ended, and shows how many of them are unread. */
export function NotificationBell() {
  const [isOpen, setIsOpen] = useState(false);
  const NotificationList = useLazyComponent(isOpen, loadList, () => setIsOpen(false));
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
      {NotificationList && <NotificationList onClose={() => setIsOpen(false)} />}
    </Popover>
  );
}

function useUnreadCount(): number {
  const mark = useSyncExternalStore(readMark.subscribe, readMark.get);
  const variables = { finishedAfter: mark.until };
  const [{ data }, read] = useQuery({ query: doc(UnreadJobsDocument), variables });
  useRereadOnEnds(() => read({ requestPolicy: 'network-only' }));
  const [path] = useLocation();
  const isVisible = usePageVisible();
  const jobs = data?.jobs?.edges.map(({ node }) => node);
  const unread = mark.until === null ? [] : (jobs?.filter((job) => isUnread(job, mark)) ?? []);
  const seen = isVisible ? unread.filter((job) => isShownAt(path, job)) : [];
  useEffect(() => {
    for (const job of seen) markRead(job);
    // On the first visit; and when no unread job is left, so that no more of them have to be remembered one by one.
    if (jobs && (mark.until === null || (mark.keys.length > 0 && unread.length === 0))) markAllRead(jobs);
  });
  return unread.length - seen.length;
}
