const QUOTED = /["“”«]([^"“”«»\n]+)["“”»]|(?<=^|[\s(,:])['‘]([^'‘’\n]+)['’](?=$|[\s),.;:!?])/gu;
/** Marks from the private use area: no plain text holds them, see `plainText`. */
const HIDDEN = /\uE000(\d+)\uE001/g;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

export type Hidden = { text: string; quotes: string[] };

/**
 * A text with what stands in quotation marks, or is a known name of several words, put out of sight: so that
 * "move 'to and fro' to In progress" has one "to" and no "in".
 */
export function hideQuotes(text: string, known: readonly string[] = []): Hidden {
  const quotes: string[] = [];
  const hide = (words: string) => `\uE000${quotes.push(words.trim()) - 1}\uE001`;
  const hidden = text.replace(QUOTED, (_, double: string | undefined, single: string | undefined) =>
    hide(double ?? single ?? ''),
  );
  const names = [...new Set(known)]
    .filter((name) => /\S\s+\S/.test(name))
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return { text: hidden, quotes };
  const pattern = `(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`;
  return { text: hidden.replace(new RegExp(pattern, 'giu'), hide), quotes };
}

/** Brings back, without their marks, what `hideQuotes` has hidden. */
export function showQuotes(text: string, quotes: readonly string[]): string {
  return text.replace(HIDDEN, (_, at: string) => quotes[Number(at)] ?? '');
}
