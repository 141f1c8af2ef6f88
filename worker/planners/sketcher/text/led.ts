import { type Item, leaf } from './item.ts';
import { sectionsOf } from './sections.ts';
import { splitPhrases } from './sentences.ts';
import { splitList } from './split.ts';

const BEFORE = /^(?:(?:and|und|y|et)\s+)?(?:(?:the|our|my|their|its|die|unsere|las?|los|les|nos)\s+)?/i;
const COPULA = /^(?:\s*[=:–-]\s*|\s+(?:is|are|include[sd]?|sind|ist|son|es|sont|est)\s+(?:the\s+)?|\s+)/i;
/** A name without a colon before what belongs to it. */
const STATES = /\s(?:is|are|include[sd]?|sind|ist|son|es|sont|est)\s/i;
/** Most words of a name. */
const MOST_WORDS = 4;

/**
 * The items of a text, or those that `ledItems` finds in it where these are more of the known names, and no section has
 * another name.
 */
export function withLed(text: string, items: Item[], isName: (words: string) => boolean): Item[] {
  const named = items.filter((item) => isName(item.text));
  if (named.length === items.length && !STATES.test(text)) return items;
  const filled = named.filter(({ children }) => children.length > 0);
  if (sectionsOf(text).sections.some(({ name }) => !isName(name))) return items;
  const led = ledItems(text, isName);
  return led.length > filled.length ? led : items;
}

/**
 * Items of a text of which the pieces begin with known names: "strengths are a and b, weaknesses are c" or "monday
 * pasta, tuesday curry". Pieces between commas that have no name belong to the name before. Empty when fewer than two
 * pieces, or not the first one, have a name.
 */
export function ledItems(text: string, isName: (words: string) => boolean): Item[] {
  const items: Item[] = [];
  for (const piece of splitPhrases(text)) {
    const led = nameOf(piece, isName);
    const last = items.at(-1);
    if (led !== null) items.push({ text: led.name, children: cardsIn(led.rest) });
    else if (last === undefined) return [];
    else last.children.push(...cardsIn(piece));
  }
  return items.length < 2 ? [] : items;
}

const cardsIn = (text: string): Item[] =>
  splitList(text.replace(/^\s*[([{（](.*)[)\]}）]\s*$/su, '$1')).map(leaf);

/** The shortest beginning of a piece that is a known name, and what follows it. */
function nameOf(piece: string, isName: (words: string) => boolean): { name: string; rest: string } | null {
  const bare = piece.replace(BEFORE, '');
  const words = bare.split(' ', MOST_WORDS);
  for (let count = 1; count <= words.length; count += 1) {
    const name = words.slice(0, count).join(' ');
    const bareName = name.replace(/[:=]$/, '');
    if (isName(bareName)) return { name: bareName, rest: bare.slice(bareName.length).replace(COPULA, '') };
  }
  return null;
}
