import type { JobErrorFieldsFragment } from '../generated/graphql.ts';

/** Why an attempt failed, as the first half of a sentence that ends with the time of the retry. */
export function failureBeforeRetry(error: JobErrorFieldsFragment | null): string {
  return (error?.message ?? 'The last attempt failed.').replace(/\.$/, '');
}

/** What to do after a job failed; null if the message includes it. */
export function adviceAfter(error: JobErrorFieldsFragment | null): string | null {
  // The messages of permanent errors name the next step.
  if (error !== null && !error.retryable) return null;
  if (error?.code.startsWith('OUTPUT_')) return 'Try again, or rephrase your instruction.';
  return 'Try again in a few minutes. If it fails again, contact your administrator.';
}
