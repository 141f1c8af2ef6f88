import { Pause, Play } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../controls/Button.tsx';
import { type OpsControlFragment, PauseQueueDocument, ResumeQueueDocument } from '../../generated/graphql.ts';
import { formatAge } from '../../jobs/texts/format.ts';
import { t } from '../../language/opsTexts.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useAction } from '../section/useAction.ts';

type PauseControlProps = { control: OpsControlFragment; onChanged(): void };

/** Pauses and resumes the queue. */
export function PauseControl({ control, onChanged }: PauseControlProps) {
  return control.paused ? (
    <Paused control={control} onChanged={onChanged} />
  ) : (
    <PauseForm onChanged={onChanged} />
  );
}

function Paused({ control, onChanged }: PauseControlProps) {
  const { run, isRunning, problem } = useAction(ResumeQueueDocument);
  const now = useNow(30_000);
  const { pausedAt, pausedBy, reason } = control;
  const when = pausedAt === null ? '' : formatAge(pausedAt, now);
  return (
    <div className="notice notice-warning paused">
      <p className="notice-strong">
        {pausedBy === null
          ? t('ops.pause.paused', { when })
          : t('ops.pause.pausedBy', { when, name: pausedBy.name })}
      </p>
      {reason !== null && <p>{reason}</p>}
      <Button disabled={isRunning} onClick={() => void run({}).then(onChanged)}>
        <Play aria-hidden /> {t('ops.pause.resume')}
      </Button>
      <ErrorNote text={problem} />
    </div>
  );
}

/** As the API allows. */
const maxReasonLength = 500;

function PauseForm({ onChanged }: { onChanged(): void }) {
  const { run, isRunning, problem } = useAction(PauseQueueDocument);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ reason: reason.trim() }).then(onChanged);
  };
  return (
    <form className="ops-form" onSubmit={submit}>
      <label className="ops-field ops-field-wide">
        <span>{t('ops.pause.reason')}</span>
        <input
          value={reason}
          maxLength={maxReasonLength}
          required
          placeholder={t('ops.pause.example')}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Button type="submit" disabled={isRunning || reason.trim() === ''}>
        <Pause aria-hidden /> {t('ops.pause.pause')}
      </Button>
      <ErrorNote text={problem} />
    </form>
  );
}
