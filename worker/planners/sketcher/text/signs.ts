import { type Item, leaf } from './item.ts';
import { hasWords } from './plain.ts';
import { splitList } from './split.ts';

const SIGNED = /^\s*([+−–-])\s*(\S.*)$/u;

/**
 * Lines that begin with "+" or "-", at least one with each: two lists of which the signs are the names. A line without a
 * sign may come first. Null for other texts.
 */
export function signedItems(text: string): Item[] | null {
  const lists = { '+': [] as Item[], '-': [] as Item[] };
  const titles: Item[] = [];
  for (const [at, line] of text.split('\n').filter(hasWords).entries()) {
    const [, sign, words] = SIGNED.exec(line) ?? [];
    if (words !== undefined) lists[sign === '+' ? '+' : '-'].push(leaf(words));
    else if (at === 0) titles.push(leaf(line.trim()));
    else return null;
  }
  const items = Object.entries(lists).map(([name, children]) => ({ text: name, children }));
  return items.some(({ children }) => children.length === 0) ? null : [...titles, ...items];
}

const BEFORE = String.raw`^([^:：\n+]{0,80}?)(?:^|[\s,;.!?])`;
const SIGNS = new RegExp(String.raw`${BEFORE}\+\s([^+\n]+?)\s[-–−]\s([^\n]+)$`, 'u');
const WORDS = new RegExp(
  String.raw`${BEFORE}(pros?|advantages|vorteile|ventajas|avantages|pour)\s(?!(?:and|und|y|et|&|vs)\s)([^:：\n]+?)[\s,;.](cons?|contras?|disadvantages|nachteile|desventajas|inconvénients|contre)\s([^:：\n]+)$`,
  'iu',
);

/** Puts what speaks for and against something in one line, "pros cheap, small cons loud", into lines of their own. */
export function partSides(text: string): string {
  if (text.includes('\n')) return text;
  const [, before = '', pros, cons] = SIGNS.exec(text) ?? [];
  if (pros !== undefined && cons !== undefined && /[,;，、]/.test(pros + cons)) {
    const lines = [
      ...splitList(pros).map((each) => `+ ${each}`),
      ...splitList(cons).map((each) => `- ${each}`),
    ];
    return [before, ...lines].filter(hasWords).join('\n');
  }
  const [, title = '', pro, advantages, con, drawbacks] = /[:：]/.test(text) ? [] : (WORDS.exec(text) ?? []);
  if (advantages === undefined || drawbacks === undefined) return text;
  return [title, `${pro}: ${advantages}`, `${con}: ${drawbacks}`].filter(hasWords).join('\n');
}
