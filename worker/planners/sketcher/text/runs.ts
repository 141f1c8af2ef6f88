import { type Item, leaf } from './item.ts';
import { hasWords } from './plain.ts';
import { type Scale, scales } from './scales.ts';
import { splitPhrases } from './sentences.ts';
import { protectedPlaces } from './split.ts';

/** Points of one scale in their order, each with what is said of it, and the words before the first one. */
export type Run = { before: string; items: Item[] };

/** A point of time in a text; `isApart` when it begins the text, a line, or what follows a comma. */
type Head = { from: number; to: number; order: number; isApart: boolean };

/** Fewest points that need no comma, colon or line between them. */
const FEWEST_UNPARTED = 3;
const FEWEST = 2;

/**
 * Finds points of time that follow one another, with or without marks between them: "Mo swim, Di piano" or "9:00 welcome
 * 9:15 tour". Null for texts in which no scale has some.
 */
export function timeRun(text: string): Run | null {
  return findRun(text, pointsWithin);
}

function findRun(text: string, thingsIn: (told: string) => Item[]): Run | null {
  const isProtected = protectedPlaces(text);
  const runs = scales.map((scale) => headsOf(text, scale, isProtected)).filter(({ length }) => length > 0);
  const [best] = runs.toSorted((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0) || b.length - a.length);
  return best === undefined ? null : runFrom(text, best, thingsIn);
}

/** The points of a scale that follow one another; none if they are too few. */
function headsOf(text: string, scale: Scale, isProtected: Uint8Array | null): Head[] {
  const found: Head[] = [];
  for (const match of text.matchAll(scale.pattern)) {
    const order = scale.orderOf(match);
    if (order === null || isProtected?.[match.index] === 1) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    const last = found.at(-1);
    if (last !== undefined && JOINED.test(text.slice(last.to, from))) last.to = to;
    else found.push({ from, to, order, isApart: isApart(text, from) });
  }
  const all = withoutTitle(text, found);
  if (all.filter(({ to }) => ENDS.test(text.slice(to, to + 3))).length * 2 > all.length) return [];
  const parted = all.filter((head, at) => at === 0 || head.isApart);
  if (parted.length >= FEWEST && parted.length * 2 > all.length)
    return inOrder(parted, scale.isCyclic).length === parted.length ? parted : [];
  const unparted = inOrder(all, scale.isCyclic);
  const fewest = /^\s*\d/.test(text) && unparted[0]?.from === 0 ? FEWEST : FEWEST_UNPARTED;
  return unparted.length >= fewest ? unparted : [];
}

/** Between two points that share what is said of them: "Mon/Wed", "9:00 to 10:00". */
const JOINED = /^(?:[^\S\n]*[,&+/–-])*[^\S\n]*(?:(?:to|until|and|bis|und|y|a|et|à|e)\s+)?$/iu;
/** After a point that stands behind what is said of it: "interviews 3 Feb, offers 1 March". */
const ENDS = /^(?:$|\s*[,;.)](?:\s|$))/;
const PART = /(?:^|[\n,;.:|/•、，；。：])\s*(?:[-–•*]\s+)?(?:\d{1,2}[.)]\s+)?$/u;
const PREPOSITION = /(?:^|\s)(?:in|on|by|at|from|since|am|ab|um|im|en|el|los|le|à|and|und|y|et|then)\s+$/iu;
/** How far before a point its preposition and the mark before that are looked for, in UTF-16 units. */
const REACH = 16;

const isApart = (text: string, from: number): boolean =>
  PART.test(text.slice(Math.max(0, from - REACH), from).replace(PREPOSITION, ' '));

/** "May 2027: June beta, July launch": a point before the colon is part of the title. */
function withoutTitle(text: string, heads: readonly Head[]): Head[] {
  const [first, second] = heads;
  const words = text.slice(first?.to, second?.from);
  return second !== undefined && /[:：][^\S\n]*$/.test(words) ? heads.slice(1) : [...heads];
}

/** The heads of which each is later than the one before; a scale may begin again once. */
function inOrder(heads: readonly Head[], isCyclic: boolean): Head[] {
  const chain: Head[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const head of heads) {
    const last = chain.at(-1)?.order ?? Number.NEGATIVE_INFINITY;
    const first = chain[0]?.order ?? Number.NEGATIVE_INFINITY;
    const begins = isCyclic && head.order < first && limit > first;
    if (begins) limit = first;
    if (begins || (head.order > last && head.order < limit)) chain.push(head);
  }
  return chain;
}

function runFrom(text: string, heads: readonly Head[], thingsIn: (told: string) => Item[]): Run {
  const points = heads.map(({ from, to }, at) => {
    const told = text.slice(to, heads[at + 1]?.from).replace(PREPOSITION, '');
    const [remark = ''] = REMARK.exec(told) ?? [];
    const when = text.slice(from, to + remark.length).trim();
    return { when, told: told.slice(remark.length).replace(/^[\s:：.,)–—-]+/u, '') };
  });
  const named = points.map(({ told }) => /^([^\s:：][^:：,;\n]{0,60})[:：]\s+(?=\S.*[,;、，])/su.exec(told));
  const areNamed = named.some((name) => name !== null);
  const items = points.map(({ when, told }, at) => {
    const [begin = '', name = ''] = named[at] ?? [];
    const children = thingsIn(told.slice(begin.length));
    if (begin !== '') return { text: `${when} ${name}`, children };
    return areNamed && children.length === 1 ? leaf(`${when} ${told.trim()}`) : { text: when, children };
  });
  const before = text.slice(0, heads[0]?.from).replace(PREPOSITION, '');
  return { before: before.replace(/(?<=\S)[\s:：,–-]+$/u, ''), items };
}

/** "Phase 1 (Jan-Mar): research": a remark before the colon. "Di 14.5. Zahnarzt": the date of the day. */
const REMARK = /^\s*(?:\([^()\n]{1,40}\)(?=\s*[:：])|\d{1,2}[./]\d{1,2}(?:\.|\b)(?:\d{2,4})?)/;

/** What is said of a point: points of another scale within it, or its list. */
function pointsWithin(text: string): Item[] {
  const run = findRun(text, listed);
  if (run === null || hasWords(run.before)) return listed(text);
  return run.items.map((item) => leaf(`${item.text} ${item.children.map((child) => child.text).join(', ')}`));
}

const listed = (text: string): Item[] =>
  splitPhrases(text.replace(/^\s*[([（](.*)[)\]）][\s,;]*$/su, '$1'))
    .map(withoutBullet)
    .filter((thing) => hasWords(thing) || thing.includes('?'))
    .map(leaf);

const withoutBullet = (text: string): string => text.replace(/^[-–•*/|\s]+|(?<=\S)[/|\s]+$/gu, '');
