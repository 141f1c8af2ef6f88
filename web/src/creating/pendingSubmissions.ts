import { observable } from '../api/observable.ts';
import type { Submission } from './submission.ts';

/** Submissions that the server has not answered yet, oldest first. */
export const pendingSubmissions = observable<readonly Submission[]>([]);

/** Shows a submission as queued until the request ends, so that people need not wait for the answer. */
export async function showPending<T>(submission: Submission, request: () => Promise<T>): Promise<T> {
  const others = pendingSubmissions.get().filter(({ key }) => key !== submission.key);
  pendingSubmissions.set([...others, submission]);
  try {
    return await request();
  } finally {
    pendingSubmissions.set(pendingSubmissions.get().filter((entry) => entry !== submission));
  }
}
