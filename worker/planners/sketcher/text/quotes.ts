const QUOTED = /["“”„«]([^"“”„«»\n]+)["“”»]|(?<=^|[\s(,:])['‘]([^'‘’\n]+)['’](?=$|[\s),.;:!?])/gu;
/** Marks from the private use area: no plain text holds them, see `plainText`. */
const HIDDEN = /\uE000(\d+)\uE001/g;

export type Hidden = { text: string; quotes: string[] };

/** A text with what stands in quotation marks put out of sight: "move 'to and fro' to In progress" has one "to". */
export function hideQuotes(text: string): Hidden {
  const quotes: string[] = [];
  const hidden = text.replace(QUOTED, (_, double: string | undefined, single: string | undefined) => {
    return `\uE000${quotes.push((double ?? single ?? '').trim()) - 1}\uE001`;
  });
  return { text: hidden, quotes };
}

/** Brings back, without their marks, what `hideQuotes` has hidden. */
export function showQuotes(text: string, quotes: readonly string[]): string {
  return text.replace(HIDDEN, (_, at: string) => quotes[Number(at)] ?? '');
}
