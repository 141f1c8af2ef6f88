type FormatterClass<Options, Formatter> = new (language: string, options?: Options) => Formatter;

const formatters = new Map<string, unknown>();

/**
 * A formatter of `Intl`, such as `Intl.NumberFormat`. It is created once for each language and its options: creating
 * one takes a hundred times as long as using it, and a list uses several in each row.
 */
export function formatter<Options, Formatter>(
  kind: FormatterClass<Options, Formatter>,
  language: string,
  options?: Options,
): Formatter {
  const key = `${kind.name} ${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new kind(language, options);
  formatters.set(key, known);
  return known as Formatter;
}
