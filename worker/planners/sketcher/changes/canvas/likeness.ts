import { editDistance } from '../../text/typos.ts';
import { stems } from '../../text/words.ts';

/** A text as it is compared with others. */
export type Features = {
  /** Its words without case, accents and punctuation. */
  plain: string;
  /** The same without spaces. */
  joined: string;
  /** Its words that carry meaning, as stems. */
  stems: ReadonlySet<string>;
};

/** "Frau Weber" is "Weber". */
const TITLE = /^(?:mr|mrs|ms|dr|herr|frau|mme|monsieur|madame|senora?|sra?) (?=\p{L})/u;

/** Likeness from which a match is sure. Below it, it is a guess. */
export const SURE = 0.6;

export function featuresOf(text: string): Features {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();
  return { plain, joined: plain.replaceAll(' ', ''), stems: new Set(stems(plain.replace(TITLE, ''))) };
}

/**
 * How surely a name means a text, from 0 to 1: 1 for the same words, less for a part of them, least for misspellings.
 * Words that the text does not have make a name mean something else.
 */
export function likeness(name: Features, text: Features): number {
  if (name.plain === '' || text.plain === '') return 0;
  if (name.plain === text.plain) return 1;
  if (name.joined === text.joined) return 0.95;
  if (name.stems.size > 0 && name.stems.isSubsetOf(text.stems))
    return 0.62 + 0.3 * (name.stems.size / text.stems.size);
  if (name.plain.length >= 4 && text.plain.startsWith(name.plain)) return 0.61;
  if (isCompounded(name, text)) return SURE;
  return misspelling(name, text);
}

/** "Prüfung" is the begin or the end of a word in "Rechnungsprüfung". */
function isCompounded({ plain }: Features, text: Features): boolean {
  if (plain.length < 5 || plain.includes(' ')) return false;
  return text.plain
    .split(' ')
    .some((word) => word.length <= MAX_WORD && (word.startsWith(plain) || word.endsWith(plain)));
}

/** Longest word that is compared by its parts or letters. */
const MAX_WORD = 40;

/** Every word of the name is a word of the text but for a letter or two; long texts are not compared by letters. */
function misspelling(name: Features, text: Features): number {
  const [wanted, there] = [name.plain.split(' '), text.plain.split(' ')];
  if (wanted.length > 8 || there.length > 12) return 0;
  const isLike = (word: string) => there.some((other) => isMisspelt(word, other));
  if (!wanted.every(isLike)) return isMisspelt(name.joined, text.joined) ? 0.5 : 0;
  return 0.4 + 0.15 * Math.min(1, wanted.length / there.length);
}

function isMisspelt(word: string, other: string): boolean {
  if (word === other) return true;
  const length = Math.min(word.length, other.length);
  const allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.max(word.length, other.length) > 24) return false;
  return Math.abs(word.length - other.length) <= allowed && editDistance(word, other) <= allowed;
}
