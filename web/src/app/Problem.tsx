import type { CombinedError } from 'urql';
import { requestFailure } from '../api/messages.ts';

/** A part of the page could not be read, and what to do. */
export function Problem({ error, onRetry }: { error: CombinedError; onRetry(): void }) {
  return (
    <div className="notice notice-danger problem-box" role="alert">
      <p>{requestFailure(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
