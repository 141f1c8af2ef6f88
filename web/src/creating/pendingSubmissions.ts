import { observable } from '../api/observable.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import type { Submission } from './submission.ts';

/** Submissions that the server has not answered yet, oldest first. */
export const pendingSubmissions = observable<readonly Submission[]>([]);

/** The job that this page created last, as it was then: the list of jobs may not have it yet. */
export const createdJob = observable<JobDetailFragment | null>(null);

/**
 * Shows a submission as queued until the request ends, so that people need not wait for the answer.
 * @param jobIn Finds the created job in the answer; null: there is none.
 */
export async function showPending<T>(
  submission: Submission,
  request: () => Promise<T>,
  jobIn: (answer: T) => JobDetailFragment | null,
): Promise<T> {
  const others = pendingSubmissions.get().filter(({ key }) => key !== submission.key);
  pendingSubmissions.set([...others, submission]);
  try {
    const answer = await request();
    const job = jobIn(answer);
    // Before the submission goes, so that the job is known without a gap.
    if (job) createdJob.set(job);
    return answer;
  } finally {
    pendingSubmissions.set(pendingSubmissions.get().filter((entry) => entry !== submission));
  }
}
