// A character is what a person sees as one (a grapheme cluster, Unicode Standard Annex #29): a family emoji, a flag or
// a letter with its marks is never cut apart.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** UTF-16 units that a character may have on average: the longest emoji have some 15, endless ones are possible. */
const unitsPerCharacter = 16;

/**
 * The beginning of a text that has at most `most` characters; the text itself if it is not longer. Linear in `most`,
 * whatever the length of the text.
 */
export function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  const readable = text.slice(0, most * unitsPerCharacter);
  let count = 0;
  for (const { index } of graphemes.segment(readable)) {
    if (count === most) return text.slice(0, index);
    count += 1;
  }
  // The slice may have ended between the halves of a surrogate pair.
  return readable.length === text.length ? text : readable.replace(/[\uD800-\uDBFF]$/, '');
}

/** Whether the text has more than `most` characters. */
export function isLongerThan(text: string, most: number): boolean {
  return firstCharacters(text, most).length < text.length;
}

/** The text, cut to at most `most` characters; the last one of a text that was cut is an ellipsis. */
export function cutText(text: string, most: number): string {
  if (!isLongerThan(text, most)) return text;
  return `${firstCharacters(text, most - 1).trimEnd()}…`;
}
