import { useState } from 'react';
import { useMutation } from 'urql';
import { doc } from '../../api/document.ts';
import { refusalText } from '../../api/errors/refusalText.ts';
import { useRequestFailure } from '../../api/errors/requestFailure.ts';
import { Button } from '../../controls/Button.tsx';
import { Popover } from '../../controls/Popover.tsx';
import { CancelJobDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';

/** Cancels a job. If it has a partial result, asks first whether to keep that. */
export function CancelJob({ jobId, hasResult }: { jobId: string; hasResult: boolean }) {
  const [{ fetching, data, error }, cancel] = useMutation(doc(CancelJobDocument));
  const [isAsking, setIsAsking] = useState(false);
  const outcome = data?.cancelJob;
  const refused = outcome && outcome.__typename !== 'CancelJobSuccess' ? refusalText(outcome) : null;
  const problem = useRequestFailure(error) ?? refused;

  function send(keepPartial: boolean): void {
    setIsAsking(false);
    void cancel({ input: { jobId, keepPartial } });
  }

  return (
    <div className="cancel">
      <Popover
        label={t('job.cancel.label')}
        trigger={<Button disabled={fetching}>{t('job.cancel.action')}</Button>}
        isOpen={isAsking}
        onOpenChange={(opens) => (opens && !hasResult ? send(false) : setIsAsking(opens))}
      >
        <CancelChoice onChoose={send} onKeepGenerating={() => setIsAsking(false)} />
      </Popover>
      <ErrorNote text={problem} />
    </div>
  );
}

type CancelChoiceProps = { onChoose(keepPartial: boolean): void; onKeepGenerating(): void };

/** Without a count: more objects may arrive until the job stops. */
function CancelChoice({ onChoose, onKeepGenerating }: CancelChoiceProps) {
  return (
    <fieldset className="cancel-choice">
      <legend>{t('job.cancel.question')}</legend>
      <Button onClick={() => onChoose(true)}>{t('job.cancel.keep')}</Button>
      <Button look="danger" onClick={() => onChoose(false)}>
        {t('job.cancel.discard')}
      </Button>
      <Button look="quiet" onClick={onKeepGenerating}>
        {t('job.cancel.continue')}
      </Button>
    </fieldset>
  );
}
