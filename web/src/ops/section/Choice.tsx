type ChoiceProps<Name extends string> = {
  label: string;
  /** Names with their texts. */
  options: readonly (readonly [Name, string])[];
  current: Name;
  onChoose(name: Name): void;
};

/** Buttons in a row, of which one is chosen. */
export function Choice<Name extends string>({ label, options, current, onChoose }: ChoiceProps<Name>) {
  return (
    <fieldset className="segments" aria-label={label}>
      {options.map(([name, text]) => (
        <button key={name} type="button" aria-pressed={name === current} onClick={() => onChoose(name)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
