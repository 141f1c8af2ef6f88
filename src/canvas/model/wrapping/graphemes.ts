const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Texts of letters, signs and ideographs that never join a neighbour: every code unit is a character. The segmenter
 * takes some fifty times as long.
 */
const simple =
  /^[\x20-\x7E\u00A0-\u02FF\u0370-\u0482\u048A-\u04FF\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]*$/;

/**
 * Splits a text into what people see as characters (grapheme clusters, Unicode Standard Annex #29): a family emoji, a
 * flag or a letter with its marks is one.
 */
export function graphemesOf(text: string): string[] {
  if (simple.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The last of a text's characters. */
export function lastGraphemeOf(text: string): string | undefined {
  const last = text.at(-1);
  return last === undefined || simple.test(last) ? last : graphemesOf(text).at(-1);
}
