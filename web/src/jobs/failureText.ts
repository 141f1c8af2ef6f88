import type { JobErrorFieldsFragment } from '../generated/graphql.ts';

/** What happened, as the beginning of a sentence that goes on with when the job is tried again. */
export function failureBeforeRetry(error: JobErrorFieldsFragment | null): string {
  return (error?.message ?? 'The last attempt failed.').replace(/\.$/, '');
}

/** What a person can do about a job that failed with an error; null where its message says so. */
export function adviceAfter(error: JobErrorFieldsFragment | null): string | null {
  // Errors that no other attempt can help name the next step themselves.
  if (error !== null && !error.retryable) return null;
  if (error?.code.startsWith('OUTPUT_')) return 'Try again, or rephrase your instruction.';
  return 'Try again in a few minutes. If it fails again, contact your administrator.';
}
