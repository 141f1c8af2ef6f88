const STOP = new Set(
  'a an the of for to in on at by with and or is are was be it its this that our my your their we i you as from into'.split(
    ' ',
  ),
);

/** Words that carry meaning, in small letters and cut to their stem, in the order of the text. */
export function stems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word)).map(stem);
}

/** A crude stem: enough to bring "payments", "paying" and "pay" together, nothing more. */
function stem(word: string): string {
  const bare = word.replace(/(?:ications?|ations?|ments?|als?|ings?|ies|ied|ers?|ed|es|s)$/, '');
  if (bare.length >= 3) return bare.replace(/[ey]$|(?<=([bdgklmnprt]))\1$/, '');
  return bare.length === 2 ? word.replace(/(?<=[^s])s$/, '') : word;
}

/** Likeness of two texts by the words they share: 0 for none, 1 for the same words. */
export function similarity(left: string, right: string): number {
  const [a, b] = [new Set(stems(left)), new Set(stems(right))];
  if (a.size === 0 || b.size === 0) return left.trim().toLowerCase() === right.trim().toLowerCase() ? 1 : 0;
  return sharedPart(a, b);
}

/** Dice coefficient of two sets: 0 when they share nothing or both are empty, 1 for the same elements. */
export function sharedPart<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

/** The candidate most like `wanted`, the first of equals, or null when none reaches `least`. */
export function mostLike<T>(
  wanted: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  least = 0.5,
): T | null {
  let best: T | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = similarity(wanted, textOf(candidate));
    if (score >= least && score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** A name in the singular, in English: "order lines" is "order line". */
export function singular(name: string): string {
  return name
    .replace(/ies$/i, 'y')
    .replace(/(?<=shel|wol|hal|lea|loa|kni|wi|thie)ves$/i, 'f')
    .replace(/(?<=ss|x|sh|[nt]ch)es$/i, '')
    .replace(/(?<=[^su])s$/i, '');
}

/** Numbers from one on, in each language. */
const NUMBERS = [
  'one two three four five six seven eight nine ten eleven twelve',
  'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  '_ deux trois quatre cinq _ sept huit neuf dix onze douze',
  '_ dos tres cuatro cinco seis siete ocho nueve diez once doce',
].map((words) => words.split(' '));

/** The number that a word or digits name, or null. */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = Math.max(...NUMBERS.map((words) => words.indexOf(word.toLowerCase())));
  return at === -1 ? null : at + 1;
}

/** Source of a pattern that matches what `numberOf` understands. */
export const NUMBER = `\\d{1,3}|${NUMBERS.flat()
  .filter((word) => word !== '_')
  .join('|')}`;
