/** The text of a class or an entity: its name, and below it one line for each attribute and method. */
export function classText(name: string, features: readonly string[], stereotype = ''): string {
  return [stereotype === '' ? '' : `«${stereotype}»`, name, ...features]
    .filter((line) => line !== '')
    .join('\n');
}

/** A relation's label with the numbers at its ends: `places (1 to 0..n)`. */
export function relationLabel(label: string, from: string, to: string): string {
  const ends = from === '' && to === '' ? '' : `(${[from, to].filter((end) => end !== '').join(' to ')})`;
  return [label, ends].filter((part) => part !== '').join(' ');
}
