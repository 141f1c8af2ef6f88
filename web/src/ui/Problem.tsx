import type { CombinedError } from 'urql';
import { requestFailure } from '../api/requestFailure.ts';
import { useReconnected } from '../api/useReconnected.ts';

/** Shown in place of a part of the page that could not be read. Retries by itself after an outage. */
export function Problem({ error, onRetry }: { error: CombinedError; onRetry(): void }) {
  useReconnected(() => {
    if (error.networkError) onRetry();
  });
  return (
    <div className="notice notice-danger problem-box" role="alert">
      <p>{requestFailure(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
