import { ARROW } from '../reading/evidence.ts';
import { type Item, leaf } from '../text/item.ts';
import { hasWords } from '../text/plain.ts';
import { splitList, splitOutside, splitSentences } from '../text/split.ts';
import { NUMBER, numberOf } from '../text/words.ts';
import { NamedItems } from './namedItems.ts';

const RELATIONS: readonly { pattern: RegExp; above: 1 | 2 }[] = [
  { pattern: /^(.+?)\s+(?:all\s+)?(?:reports?|reporting|answers?)\s+(?:directly\s+)?to\s+(.+)$/i, above: 2 },
  { pattern: /^(.+?)\s+(?:(?:is|are|works?|sits?)\s+)?(?:under|below|beneath)\s+(.+)$/i, above: 2 },
  {
    pattern:
      /^(.+?)\s+(?:manages?|leads?|supervises?|oversees?|runs|heads|has|have|is (?:the )?(?:boss|head|parent) of|over)\s+(.+)$/i,
    above: 1,
  },
];
/** "A director, three leads and two interns under …": each of these is a thing of its own. */
const AMOUNT = new RegExp(`^(?:an?|${NUMBER})\\s`, 'i');
const COUNTED = new RegExp(`^(${NUMBER})\\s+(.+)$`, 'i');

/**
 * A hierarchy from sentences such as "CTO and CFO report to CEO; two engineers under CTO". An outline, or a text
 * without such sentences, is taken as it is; a flat list hangs below its first entry.
 */
export function hierarchyOf(body: string, items: readonly Item[]): Item[] {
  const statements = splitSentences(body);
  const related = statements.some((statement) => relation(statement) !== null || ARROW.test(statement));
  const nested = items.some((item) => item.children.length > 0);
  if (nested && !related) return merged(items);
  if (!related) return belowFirst(namesIn(items.map((item) => item.text)).map(leaf));
  const tree = new NamedItems();
  for (const statement of statements) apply(statement, tree);
  return belowFirst(tree.roots);
}

/** The names of single things: "two engineers" gives two. */
const namesIn = (names: readonly string[]): string[] => names.map(clean).flatMap(multiply);

/** When nothing was said of what is above the others, it is what was named first. */
function belowFirst(roots: readonly Item[]): Item[] {
  const [first, ...rest] = roots;
  if (first === undefined || rest.length === 0) return [...roots];
  return [{ text: first.text, children: [...first.children, ...rest] }];
}

/** "CEO: CTO, CFO; CTO: engineers": what heads a section may stand below another. */
function merged(items: readonly Item[]): Item[] {
  const tree = new NamedItems();
  for (const item of items) tree.merge(item);
  return tree.roots;
}

function apply(statement: string, tree: NamedItems): void {
  const chain = splitOutside(statement, ARROW);
  if (chain.length > 1) {
    for (const [at, upper] of chain.slice(0, -1).entries()) hang(tree, upper, chain[at + 1] ?? '');
    return;
  }
  const found = relation(statement);
  if (found === null) {
    for (const name of namesIn(splitList(statement))) tree.ensure(name);
    return;
  }
  const lower = splitList(found.lower);
  const counted = lower.length > 1 && lower.every((name) => AMOUNT.test(name));
  if (counted) for (const name of namesIn(lower.slice(0, -1))) tree.ensure(name);
  hang(tree, found.upper, counted ? (lower.at(-1) ?? '') : found.lower);
}

function relation(statement: string): { upper: string; lower: string } | null {
  for (const { pattern, above } of RELATIONS) {
    const match = pattern.exec(statement.replace(/\.$/, ''));
    if (match?.[1] === undefined || match[2] === undefined) continue;
    return above === 1 ? { upper: match[1], lower: match[2] } : { upper: match[2], lower: match[1] };
  }
  return null;
}

/** Puts the things that `lower` lists under `upper`, moving those that are elsewhere already. */
function hang(tree: NamedItems, upper: string, lower: string): void {
  const parent = tree.ensure(clean(upper));
  if (parent === null) return;
  for (const name of namesIn(splitList(lower)).filter(hasWords)) tree.putUnder(parent, name);
}

function clean(name: string): string {
  const bare = name.replace(/^(?:the|an?|our|and|both)\s+/i, '').trim();
  const ordinal = /^(first|second|third|fourth)\s+(.+)$/i.exec(bare);
  if (ordinal?.[1] === undefined) return bare;
  return `${ordinal[2]} ${['first', 'second', 'third', 'fourth'].indexOf(ordinal[1].toLowerCase()) + 1}`;
}

/** "two engineers" is Engineer 1 and Engineer 2. */
function multiply(name: string): string[] {
  const match = COUNTED.exec(name);
  const count = numberOf(match?.[1] ?? '');
  if (match?.[2] === undefined || count === null || count > 12) return [name];
  const single = count > 1 ? match[2].replace(/ies$/, 'y').replace(/(?<!s)s$/, '') : match[2];
  return count === 1 ? [single] : Array.from({ length: count }, (_, at) => `${single} ${at + 1}`);
}
