import { useState } from 'react';
import { useMutation } from 'urql';
import { doc } from '../api/document.ts';
import { useRequestFailure } from '../api/requestFailure.ts';
import { CancelJobDocument } from '../generated/graphql.ts';

/** Cancels a job. If it has drawn objects, asks first whether to keep them. */
export function CancelJob({ jobId, objectCount }: { jobId: string; objectCount: number }) {
  const [{ fetching, data, error }, cancel] = useMutation(doc(CancelJobDocument));
  const [asking, setAsking] = useState(false);
  const refused = data && data.cancelJob.__typename !== 'CancelJobSuccess' ? data.cancelJob.message : null;
  const problem = useRequestFailure(error) ?? refused;

  async function send(keepPartial: boolean): Promise<void> {
    await cancel({ input: { jobId, keepPartial } });
    setAsking(false);
  }

  return (
    <div className="cancel">
      {asking ? (
        <CancelChoice busy={fetching} onChoose={send} onKeepGenerating={() => setAsking(false)} />
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
  busy: boolean;
  onChoose(keepPartial: boolean): void;
  onKeepGenerating(): void;
};

/** Without a count: more objects may arrive until the job stops. */
function CancelChoice({ busy, onChoose, onKeepGenerating }: CancelChoiceProps) {
  return (
    <fieldset className="cancel-choice" disabled={busy}>
      <legend>Keep the objects drawn so far?</legend>
      <button type="button" className="button" onClick={() => onChoose(true)}>
        Keep partial result
      </button>
      <button type="button" className="button button-danger" onClick={() => onChoose(false)}>
        Discard
      </button>
      <button type="button" className="button button-quiet" onClick={onKeepGenerating}>
        Keep generating
      </button>
    </fieldset>
  );
}
