type SelectFieldProps<Value extends string> = {
  label: string;
  value: Value;
  /** Values with their texts, in the order of the list. */
  options: readonly (readonly [Value, string])[];
  onChoose(value: Value): void;
};

/** A list to choose one value from, with its label. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, onChoose } = props;
  return (
    <label className="select-field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value as Value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
