import { ARROW } from '../reading/evidence.ts';
import { type Item, leaf } from '../text/item.ts';
import { hasWords } from '../text/plain.ts';
import { rankOf, readRelation, splitStatements } from '../text/relations.ts';
import { splitCommas, splitList, splitOutside } from '../text/split.ts';
import { NUMBER, numberOf, singular } from '../text/words.ts';
import { NamedItems } from './namedItems.ts';

/** "A director, three leads and two interns under …": each of these is a thing of its own, and only the last is under it. */
const AMOUNT = new RegExp(`^(?:an?|${NUMBER})\\s`, 'i');
/** Joins to the last of several things, since no verb is about all of them. */
const BARE_UNDER =
  /(?<!\b(?:is|are|works?|sits?)(?: all)?)\s(?:(?:all )?reporting to|under|below|beneath)\s/i;
const COUNTED = new RegExp(`^(${NUMBER})\\s+(.+)$`, 'i');

/**
 * A hierarchy from sentences such as "CTO and CFO report to CEO; two engineers under CTO". An outline, or a text
 * without such sentences, is taken as it is; a flat list hangs below its first entry.
 */
export function hierarchyOf(body: string, items: readonly Item[]): Item[] {
  const statements = splitStatements(body);
  const related = statements.some((statement) => readRelation(statement) !== null || ARROW.test(statement));
  const nested = items.some((item) => item.children.length > 0);
  if (nested && !related) return merged(items);
  if (!related) return belowFirst(namesIn(items.map((item) => item.text)).map(leaf));
  const tree = new NamedItems();
  let subject: Item | null = null;
  for (const statement of statements) subject = apply(statement, tree, subject) ?? subject;
  return belowFirst(tree.roots);
}

/** The names of single things: "two engineers" gives two. */
const namesIn = (names: readonly string[]): string[] => names.map(clean).flatMap(multiply);

/** When nothing was said of what is above the others, it is what was named first. */
function belowFirst(roots: readonly Item[]): Item[] {
  const [first, ...rest] = roots;
  if (first === undefined || rest.length === 0 || areOfOneRank(roots)) return [...roots];
  return [{ text: first.text, children: [...first.children, ...rest] }];
}

/** "CTO Tom with two teams, CFO Lisa": who has a rank and people of their own stands above nobody else of that rank. */
function areOfOneRank([first, ...others]: readonly Item[]): boolean {
  const rank = first === undefined || /^CEO(?!\p{L})/u.test(first.text) ? null : rankOf(first.text);
  return (
    rank !== null &&
    first !== undefined &&
    first.children.length > 0 &&
    others.every(({ text }) => rankOf(text) === rank)
  );
}

/** "CEO: CTO, CFO; CTO: engineers": what heads a section may stand below another. */
function merged(items: readonly Item[]): Item[] {
  const tree = new NamedItems();
  for (const item of items) tree.merge(item);
  return tree.roots;
}

/** Adds what a statement says; gives the item that it speaks of. */
function apply(statement: string, tree: NamedItems, subject: Item | null): Item | null {
  const chain = splitOutside(statement, ARROW);
  if (chain.length > 1) {
    for (const [at, upper] of chain.slice(0, -1).entries()) hang(tree, upper, chain[at + 1] ?? '');
    return null;
  }
  const found = readRelation(statement);
  if (found === null) {
    const named = namesIn(splitList(statement)).map((name) => tree.ensure(name));
    return named.at(-1) ?? null;
  }
  if (found.kind === 'same') return tree.rename(clean(found.name), clean(found.text));
  if (found.upper === null) {
    if (subject !== null) hangUnder(tree, subject, found.lower);
    return subject;
  }
  const lower = splitList(found.lower);
  const counted = lower.length > 1 && BARE_UNDER.test(statement) && lower.every((name) => AMOUNT.test(name));
  if (counted) for (const name of namesIn(lower.slice(0, -1))) tree.ensure(name);
  return hang(tree, upperOf(statement, found.upper, tree), counted ? (lower.at(-1) ?? '') : found.lower);
}

/** "CEO Maria, CTO Tom with two teams": the last one only has them; the others are names of their own. */
function upperOf(statement: string, upper: string, tree: NamedItems): string {
  if (!HAS_WITH.test(statement)) return upper;
  const uppers = splitCommas(upper);
  for (const name of namesIn(uppers.slice(0, -1))) tree.ensure(name);
  return uppers.at(-1) ?? upper;
}

const HAS_WITH = /\s(?:with|mit|avec|con)\s/iu;

/** Puts the things that `lower` lists under `upper`, moving those that are elsewhere already. */
function hang(tree: NamedItems, upper: string, lower: string): Item | null {
  const parent = tree.ensure(clean(upper));
  if (parent !== null) hangUnder(tree, parent, lower);
  return parent;
}

function hangUnder(tree: NamedItems, parent: Item, lower: string): void {
  const [, whole, parts] = WITH_PARTS.exec(lower) ?? [];
  if (whole !== undefined && parts !== undefined) {
    tree.putUnder(parent, clean(whole));
    hang(tree, whole, parts);
    return;
  }
  const listed = withoutCount(lower).replace(GROUPS, '');
  for (const name of namesIn(splitList(listed)).filter(hasWords)) tree.putUnder(parent, name);
}

/** "Engineering with three teams: Web, Mobile": the list is below what stands before it. */
const WITH_PARTS =
  /^([^,;:]{1,60}?)\s+(?:with|mit|avec|con)\s+(?:[\p{L}\d]+\s+){1,3}?[\p{L}]+\s*:\s*(\S.*)$/su;

/** "The teams Backend and Frontend": what the names behind it are. */
const GROUPS =
  /^(?:(?:the|die|den|les|los)\s+)?(?:teams|departments|divisions|groups|children|kids|sons|daughters|Abteilungen|Bereichen?|Gruppen|Teams|Kindern?|Söhnen?|Töchtern?|Filialen|Standorten?|équipes|départements|enfants|equipos|departamentos|hijos)\s+(?:(?=\p{Lu})|(?<=(?:équipes|départements|equipos|departamentos)\s+)(?=\p{L}))/u;

/** "three children Berta, Carl and Doris" is these three: the count only says how many follow. */
function withoutCount(lower: string): string {
  const match = new RegExp(`^(${NUMBER})\\s+\\p{Ll}+(?:\\s*[,:]\\s*|\\s+)(?=\\S)`, 'iu').exec(lower);
  const rest = lower.slice(match?.[0].length ?? 0);
  const names = splitList(rest);
  if (names.some((name) => AMOUNT.test(name))) return lower;
  return match !== null && names.length === numberOf(match[1] ?? '') ? rest : lower;
}

/** "A son Tim" is Tim. */
const CHILD = /^(?:son|daughter|child|kid|Sohn|Tochter|Kind|fils|fille|hij[oa])\s+(?=\p{Lu})/u;

function clean(name: string): string {
  const bare = name
    .replace(/^(?:the|an?|our|and|both|either|die|der|das|dem|den|eine?n?|el|la|le)\s+/i, '')
    .replace(CHILD, '')
    .trim();
  const ordinal = /^(first|second|third|fourth)\s+(\P{Lu}+)$/u.exec(bare);
  if (ordinal?.[1] === undefined) return bare;
  return `${ordinal[2]} ${['first', 'second', 'third', 'fourth'].indexOf(ordinal[1]) + 1}`;
}

/** "two engineers" is Engineer 1 and Engineer 2. */
function multiply(name: string): string[] {
  const match = COUNTED.exec(name);
  const count = numberOf(match?.[1] ?? '');
  if (match?.[2] === undefined || count === null || count > 12) return [name];
  const single = count > 1 ? singular(match[2]) : match[2];
  return count === 1 ? [single] : Array.from({ length: count }, (_, at) => `${single} ${at + 1}`);
}
