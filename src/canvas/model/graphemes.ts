const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7E]*$/;

/**
 * Splits a text into what people see as characters (grapheme clusters, Unicode Standard Annex #29): a family emoji, a
 * flag or a letter with its marks is one.
 */
export function graphemesOf(text: string): string[] {
  if (printableAscii.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
