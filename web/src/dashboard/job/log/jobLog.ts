import { type Observable, observable } from '../../../api/observable.ts';
import type { JobLogQuery, LogEntryFragment } from '../../../generated/graphql.ts';

type Page = NonNullable<JobLogQuery['job']>['events'];

export type JobLog = {
  events: Pick<Observable<readonly LogEntryFragment[]>, 'get' | 'subscribe'>;
  /** Reads the events up to a sequence, unless they are there. */
  loadUpTo(sequence: number): Promise<void>;
};

/** `readPage` gives null for a page that could not be read: the next call tries again. */
export function createJobLog(readPage: (after: string | null) => Promise<Page | null>): JobLog {
  const events = observable<readonly LogEntryFragment[]>([]);
  const lastSequence = () => events.get().at(-1)?.sequence ?? 0;
  let after: string | null = null;
  let wanted = 0;
  let isReading = false;

  return {
    events,
    async loadUpTo(sequence) {
      wanted = Math.max(wanted, sequence);
      if (isReading) return;
      isReading = true;
      while (lastSequence() < wanted) {
        const page = await readPage(after);
        if (page === null || page.edges.length === 0) break;
        after = page.pageInfo.endCursor;
        events.set([...events.get(), ...page.edges.map(({ node }) => node)]);
      }
      isReading = false;
    },
  };
}
