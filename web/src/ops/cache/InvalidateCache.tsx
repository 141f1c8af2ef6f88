import { useState } from 'react';
import { SelectField } from '../../controls/SelectField.tsx';
import { InvalidateCacheDocument, type InvalidateCacheInput } from '../../generated/graphql.ts';
import { formatBytes, formatNumber } from '../../language/formats.ts';
import { t } from '../../language/opsTexts.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { announce } from '../../ui/messages/notice.ts';
import { ConfirmButton } from '../section/ConfirmButton.tsx';
import { useAction } from '../section/useAction.ts';

type InvalidateCacheProps = { stats: { entries: number; bytes: number }; onDeleted(): void };
type Which = 'older' | 'key' | 'all';

/** Deletes cached results: those of an age, that of one cache key, or all. */
export function InvalidateCache({ stats, onDeleted }: InvalidateCacheProps) {
  const [which, setWhich] = useState<Which>('older');
  const [hours, setHours] = useState('24');
  const [key, setKey] = useState('');
  const { run, isRunning, problem } = useAction(InvalidateCacheDocument);
  const input = inputOf(which, hours, key);

  async function remove(): Promise<void> {
    const data = input && (await run({ input }));
    if (data?.invalidateCache?.__typename !== 'InvalidateCacheSuccess') return;
    announce({ text: t('ops.cache.deleted', { count: data.invalidateCache.removed }) });
    onDeleted();
  }

  return (
    <form className="ops-form" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t('ops.cache.which.label')}
        value={which}
        options={(['older', 'key', 'all'] as const).map(
          (name) => [name, t(`ops.cache.which.${name}`)] as const,
        )}
        onChoose={(name) => setWhich(name)}
      />
      {which === 'older' && (
        <TextField label={t('ops.cache.hours')} value={hours} type="number" onChange={setHours} />
      )}
      {which === 'key' && <TextField label={t('ops.cache.key')} value={key} type="text" onChange={setKey} />}
      <ConfirmButton
        label={t('ops.cache.delete')}
        isDanger
        disabled={isRunning || input === null}
        title={t('ops.cache.confirmTitle')}
        action={t('ops.cache.confirm')}
        onConfirm={() => void remove()}
      >
        {input && describe(input, stats)} {t('ops.cache.consequence')}
      </ConfirmButton>
      <ErrorNote text={problem} />
    </form>
  );
}

/** Null while the form is not complete. */
function inputOf(which: Which, hours: string, key: string): InvalidateCacheInput | null {
  if (which === 'all') return { all: true };
  if (which === 'key') return key.trim() === '' ? null : { key: key.trim() };
  const olderThanHours = Number(hours);
  return hours.trim() === '' || !(olderThanHours >= 0) ? null : { olderThanHours };
}

/** What will be deleted, as a sentence. */
function describe(
  { key, olderThanHours }: InvalidateCacheInput,
  stats: InvalidateCacheProps['stats'],
): string {
  if (typeof key === 'string') return t('ops.cache.deletesKey', { key });
  if (typeof olderThanHours === 'number') {
    return t('ops.cache.deletesOlder', { count: olderThanHours, hours: formatNumber(olderThanHours) });
  }
  return t('ops.cache.deletesAll', { count: stats.entries, size: formatBytes(stats.bytes) });
}

type TextFieldProps = {
  label: string;
  value: string;
  type: 'text' | 'number';
  onChange(value: string): void;
};

function TextField({ label, value, type, onChange }: TextFieldProps) {
  return (
    <label className="ops-field">
      <span>{label}</span>
      <input type={type} min={0} value={value} required onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}
