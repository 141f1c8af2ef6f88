import { useState } from 'react';
import { useMutation } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/messages.ts';
import { CancelJobDocument } from '../generated/graphql.ts';

/** Cancels a job; asks first what is to become of the objects that are there, if there are any. */
export function CancelJob({ jobId, objectCount }: { jobId: string; objectCount: number }) {
  const [{ fetching, data, error }, cancel] = useMutation(doc(CancelJobDocument));
  const [asking, setAsking] = useState(false);
  const refused = data && data.cancelJob.__typename !== 'CancelJobSuccess' ? data.cancelJob.message : null;
  const problem = error ? requestFailure(error) : refused;

  async function send(keepPartial: boolean): Promise<void> {
    await cancel({ input: { jobId, keepPartial } });
    setAsking(false);
  }

  return (
    <div className="cancel">
      {asking ? (
        <fieldset className="cancel-choice">
          <legend>
            {objectCount === 1 ? 'Keep the object' : `Keep the ${objectCount} objects`} drawn so far?
          </legend>
          <button type="button" className="button" disabled={fetching} onClick={() => send(true)}>
            Keep
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={fetching}
            onClick={() => send(false)}
          >
            Discard
          </button>
          <button type="button" className="button button-quiet" onClick={() => setAsking(false)}>
            Go on drawing
          </button>
        </fieldset>
      ) : (
        <button
          type="button"
          className="button"
          disabled={fetching}
          onClick={() => (objectCount > 0 ? setAsking(true) : send(false))}
        >
          Cancel
        </button>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
