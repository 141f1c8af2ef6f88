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
        <CancelChoice
          objectCount={objectCount}
          busy={fetching}
          onChoose={send}
          onGoOn={() => setAsking(false)}
        />
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

type CancelChoiceProps = {
  objectCount: number;
  busy: boolean;
  onChoose(keepPartial: boolean): void;
  onGoOn(): void;
};

function CancelChoice({ objectCount, busy, onChoose, onGoOn }: CancelChoiceProps) {
  return (
    <fieldset className="cancel-choice" disabled={busy}>
      <legend>
        {objectCount === 1 ? 'Keep the object' : `Keep the ${objectCount} objects`} drawn so far?
      </legend>
      <button type="button" className="button" onClick={() => onChoose(true)}>
        Keep
      </button>
      <button type="button" className="button button-danger" onClick={() => onChoose(false)}>
        Discard
      </button>
      <button type="button" className="button button-quiet" onClick={onGoOn}>
        Go on drawing
      </button>
    </fieldset>
  );
}
