import { formatter } from './formatter.ts';

/** The texts of a language, nested by area. */
export type Texts = { readonly [key: string]: string | Texts };
/** What a text contains. `count` also chooses its plural form; with `ordinal`, that of “1st, 2nd”. */
type Values = { readonly count?: number; readonly ordinal?: boolean; readonly [name: string]: unknown };

/**
 * The text at a path, in the format of i18next: plural forms in keys that end in `_one` or `_ordinal_one`, values as
 * `{{name}}`, numbers as `{{name, number}}`. The library itself would be a tenth of the script of a first load. A path
 * without a text is returned as it is.
 */
export function translate(texts: Texts, language: string, path: string, values: Values = {}): string {
  const form = values.count === undefined ? undefined : pluralForm(language, values.count, values.ordinal);
  const text = textAt(texts, `${path}_${form}`) ?? textAt(texts, path) ?? path;
  return text.replace(/\{\{\s*(\w+)(,\s*number)?\s*\}\}/g, (_placeholder, name: string, format?: string) => {
    const value = values[name];
    return format && typeof value === 'number'
      ? formatter(Intl.NumberFormat, language).format(value)
      : String(value ?? '');
  });
}

function pluralForm(language: string, count: number, ordinal = false): string {
  const form = formatter(Intl.PluralRules, language, { type: ordinal ? 'ordinal' : 'cardinal' }).select(
    count,
  );
  return ordinal ? `ordinal_${form}` : form;
}

function textAt(texts: Texts, path: string): string | undefined {
  let found: string | Texts | undefined = texts;
  for (const key of path.split('.')) found = typeof found === 'object' ? found[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}
