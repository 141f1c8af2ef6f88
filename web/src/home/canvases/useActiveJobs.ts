import type { JobSummaryFragment } from '../../generated/graphql.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { useJobList } from '../../jobs/updates/useJobList.ts';

/** More than a user can have at once by default. */
const maxJobs = 50;

/** The viewer's unfinished jobs by the id of their canvas, oldest first, live. */
export function useActiveJobs(): ReadonlyMap<string, readonly JobSummaryFragment[]> {
  const { jobs } = useJobList({
    first: maxJobs,
    filter: { status: ['QUEUED', 'PROCESSING', 'CANCELLING'] },
  });
  const active = jobs.filter(({ status }) => !isTerminal(status)).reverse();
  return Map.groupBy(active, ({ canvas }) => canvas?.id ?? '');
}
