import { hideQuotes, showQuotes } from '../../text/quotes.ts';
import { isFunctionWord } from './words.ts';

/** Source of a pattern for something hidden. */
export const ATOM = '\\uE000\\d+\\uE001';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A text in which names are marks, and how to get them back. */
export type HiddenNames = { text: string; show(text: string): string; isQuoted(text: string): boolean };

/**
 * Hides what stands in quotation marks, and names that are on the canvas: so that "move 'to and fro' to In progress" has
 * one "to" and no "in". A name that is a word of commands, such as "Card", is hidden where it is written as on the canvas.
 */
export function hideNames(text: string, known: readonly string[] = []): HiddenNames {
  const { text: quoted, quotes: names } = hideQuotes(text);
  const quotes = names.length;
  const hide = (words: string) => `\uE000${names.push(words.trim()) - 1}\uE001`;
  const wanted = new Map(known.flatMap(spellingsOf).map((name) => [name.toLowerCase(), name]));
  const patterns = [...wanted.values()].sort((a, b) => b.length - a.length).map(escaped);
  const isMeant = (words: string) => !isFunctionWord(words) || wanted.get(words.toLowerCase()) === words;
  const hidden =
    patterns.length === 0
      ? quoted
      : quoted.replace(
          new RegExp(`(?<![\\p{L}\\p{N}\uE000])(?:${patterns.join('|')})(?![\\p{L}\\p{N}\uE001])`, 'giu'),
          (words) => (isMeant(words) ? hide(words) : words),
        );
  return {
    text: hidden,
    show: (part) => showQuotes(part, names),
    isQuoted: (part) => [...part.matchAll(/\uE000(\d+)/g)].some(([, at]) => Number(at) < quotes),
  };
}

/** A name as it may be typed: with or without the punctuation at its end; longer texts are not typed as they are. */
function spellingsOf(name: string): string[] {
  const line = name.replace(/\s+/g, ' ').trim();
  const bare = line.replace(/[?!.:…]$/u, '');
  return [line, bare].filter((each) => each.length >= 2 && each.length <= 120);
}
