import type { Pattern } from './expected.ts';

const articles = /(?<![\p{L}\p{N}])(?:a|an|the)(?![\p{L}\p{N}])/gu;
/** Marks before the features of a class, where they are no punctuation. */
const visibility = /(?<![\p{L}\p{N}+])[+~](?=\p{L})/gu;
/** More words than these are no step but a paragraph, in which every word can be found. */
const mostWords = 14;

const cache = new Map<string, string>();

/** A text without what does not matter: case, punctuation, articles, kinds of spaces. */
export function normalise(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = plain
    .replaceAll(/[\p{P}\p{Cf}]/gu, ' ')
    .replaceAll(visibility, ' ')
    .replaceAll(articles, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const normal = bare === '' ? plain.trim() : bare;
  cache.set(text, normal);
  return normal;
}

/** Whether a text is what a pattern looks for. */
export function matchesText(pattern: Pattern, text: string): boolean {
  if (pattern.startsWith('=')) return normalise(text) === normalise(pattern.slice(1));
  return pattern.split('|').some((each) => {
    const alternative = each.trim();
    if (alternative.startsWith('~')) return hasWords(normalise(alternative.slice(1)), text);
    const wanted = normalise(alternative);
    return normalise(text) === wanted || normalise(text.split('\n')[0] ?? '') === wanted;
  });
}

/** Whether a text contains a phrase, as whole words; a phrase of punctuation alone, as it is. */
export function containsPhrase(text: string, phrase: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(phrase) || /^[[*{]/.test(phrase)) return text.includes(phrase);
  const isSpaced = !unspaced.test(phrase);
  return isSpaced
    ? ` ${normalise(text)} `.includes(` ${normalise(phrase)} `)
    : normalise(text).includes(normalise(phrase));
}

/** Scripts that are written without spaces. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function hasWords(wanted: string, text: string): boolean {
  const normal = normalise(text);
  const words = normal.split(' ');
  if (words.length > Math.max(mostWords, 3 * wanted.split(' ').length)) return false;
  return wanted.split(' ').every((each) => {
    if (unspaced.test(each) || !/[\p{L}\p{N}]/u.test(each)) return normal.includes(each);
    const stem = stemOf(each);
    return words.some((word) => word.startsWith(stem));
  });
}

/** What the forms of a word have in common: "checks", "check" and "checking"; "copies" and "copy". */
function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:es|ies|e|y|s)$/, '');
}
