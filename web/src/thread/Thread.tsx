import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { Button } from '../controls/Button.tsx';
import {
  CanvasThreadDocument,
  type JobDetailFragment,
  type ThreadJobFragment,
} from '../generated/graphql.ts';
import { JobCard } from '../jobs/card/JobCard.tsx';
import { isTerminal } from '../jobs/state/status.ts';
import { t } from '../language/language.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import { Problem } from '../ui/messages/Problem.tsx';
import { type CanvasActions, JobActions } from './JobActions.tsx';
import { JobResult } from './JobResult.tsx';
import { Suggestions } from './Suggestions.tsx';
import { ThreadEntry } from './ThreadEntry.tsx';
import { type ThreadUpdates, updatedJob, useThreadUpdates } from './useThreadUpdates.ts';
import './thread.css';

type ThreadProps = {
  canvas: { id: string; versionNumber: number };
  live: LiveCanvas;
  /** Null: the canvas can't be changed. */
  actions: CanvasActions | null;
};

/** The jobs of a canvas as a conversation: the oldest first, the focused one in detail. */
export function Thread(props: ThreadProps) {
  const { canvas } = props;
  const updates = useThreadUpdates(canvas.id, canvas.versionNumber);
  return (
    <ol className="thread" aria-label={t('job.thread')}>
      <ThreadPage {...props} {...updates} after={null} />
    </ol>
  );
}

type PageProps = ThreadProps & ThreadUpdates & { after: string | null };

/** A page of the thread, below a button that loads the page before it. */
function ThreadPage(props: PageProps) {
  const { canvas, live, actions, updates, revision, after } = props;
  const [showsEarlier, setShowsEarlier] = useState(false);
  const [{ data, error }, read] = useQuery({
    query: doc(CanvasThreadDocument),
    variables: { id: canvas.id, after },
    pause: true,
  });
  const reread = () => read({ requestPolicy: 'network-only' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again at each revision, and another page
  useEffect(reread, [read, revision, after]);

  const page = data?.canvas?.jobs;
  const listed = page?.edges.map(({ node }) => updatedJob(node, updates.get(node.id))) ?? [];
  // New jobs are shown before the page that lists them has been read.
  const unlisted = after === null ? live.jobs.filter((job) => isNew(job, listed)).toReversed() : [];
  return (
    <>
      {page?.pageInfo.hasNextPage &&
        (showsEarlier ? (
          <ThreadPage {...props} after={page.pageInfo.endCursor} />
        ) : (
          <li>
            <Button look="quiet" onClick={() => setShowsEarlier(true)}>
              {t('job.showEarlier')}
            </Button>
          </li>
        ))}
      {error && !page && (
        <li>
          <Problem error={error} onRetry={reread} />
        </li>
      )}
      {[...listed.toReversed(), ...unlisted].map((job) => (
        <li key={job.id}>
          {job.id === live.job?.id ? (
            <FocusedEntry detail={live.job} job={job} live={live} actions={actions} />
          ) : (
            <ThreadEntry job={job} actions={actions} />
          )}
        </li>
      ))}
    </>
  );
}

/** Whether a job is newer than all that are listed. */
function isNew(job: JobDetailFragment, [newest]: readonly ThreadJobFragment[]): boolean {
  return newest === undefined || job.createdAt > newest.createdAt;
}

type FocusedProps = {
  detail: JobDetailFragment;
  /** The same job in the thread. */
  job: ThreadJobFragment;
  live: LiveCanvas;
  actions: CanvasActions | null;
};

/** Small screens have no room for the reason of a failure and all that follows it. */
function showReason(card: HTMLElement | null): void {
  card?.querySelector('.notice-danger')?.scrollIntoView({ block: 'nearest' });
}

function FocusedEntry({ detail, job, live, actions }: FocusedProps) {
  const { progress, refused } = live;
  const card = useRef<HTMLElement>(null);
  const isFailed = progress?.status === 'FAILED';
  useEffect(() => {
    if (isFailed) showReason(card.current);
  }, [isFailed]);
  if (progress?.jobId !== job.id) return null;
  return (
    <JobCard ref={card} job={detail} progress={progress} refused={refused}>
      {isTerminal(progress.status) && (
        <>
          <JobResult job={job} />
          {actions && progress.error?.code === 'INSTRUCTION_NOT_UNDERSTOOD' && (
            <Suggestions job={job} actions={actions} onShown={() => showReason(card.current)} />
          )}
          {actions && <JobActions job={{ ...job, status: progress.status }} actions={actions} look="text" />}
        </>
      )}
    </JobCard>
  );
}
