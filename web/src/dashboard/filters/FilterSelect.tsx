import { SelectField } from '../../controls/SelectField.tsx';
import { t } from '../../language/dashboardTexts.ts';

type Props<Value extends string> = {
  label: string;
  value: Value | null;
  /** Values with their names. */
  options: readonly (readonly [Value, string])[];
  onChange(value: Value | null): void;
};

/** A choice among values, or any of them (null). */
export function FilterSelect<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <SelectField<Value | ''>
      label={label}
      value={value ?? ''}
      options={[['', t('dashboard.any')], ...options]}
      onChoose={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
