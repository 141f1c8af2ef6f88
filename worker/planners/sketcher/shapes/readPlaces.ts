import { capitalise } from '../text/plain.ts';
import { singular } from '../text/words.ts';
import { type Group, sizeOf, totalOf } from './drawing.ts';
import * as phrases from './phrases.ts';
import { groupOf, takeGroup, takeThings } from './readGroup.ts';
import { arrange, connect, lastOf, type PartReader, type Reading } from './reading.ts';
import { readTextsOf, seesText, takeTexts } from './readTexts.ts';
import { COUNT, countOf, NOUN_PHRASE } from './vocabulary.ts';

/** Behind what lines consist of follows. */
const OF = /\s(?:of|with|aus|von|mit|de|con)$/;

/** "3 by 4 grid of", "2 rows of 3". */
export const readGrid: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const grid = scanner.take(phrases.GRID_SIZE);
  if (grid !== null) {
    if (OF.test(grid[0])) addNamed(reading);
    return setGrid(reading, Number(grid[1]), Number(grid[2]));
  }
  if (takeArranged(reading) !== null) return true;
  const lines = scanner.take(phrases.LINES_SIZE);
  if (lines === null) return false;
  const [whole, first = '', word = '', second] = lines;
  const group = second === undefined && OF.test(whole) ? (takeGroup(reading) ?? takeThings(reading)) : null;
  if (group !== null) drawing.groups.push({ ...group, count: null });
  scanner.take('(?:each|per (?:row|column|line))\\b');
  const [one, other] = [countOf(first), second === undefined ? (group?.count ?? null) : countOf(second)];
  return phrases.isRows(word) ? setGrid(reading, other, one) : setGrid(reading, one, other);
};

/** "grid of parking spaces" */
function addNamed({ scanner, drawing }: Reading): void {
  if (scanner.see(NOUN_PHRASE) !== null) return;
  const [, name] = scanner.take(`((?:[a-zÀ-ɏ-]{2,20}\\s)?[a-zÀ-ɏ-]{2,20}s)(?=\\s*(?:$|[,;.]))`) ?? [];
  if (name !== undefined)
    drawing.groups.push({ ...groupOf(undefined, '', 'boxes'), name: capitalise(singular(name)) });
}

function setGrid({ drawing }: Reading, columns: number | null, rows: number | null): boolean {
  Object.assign(drawing, { arrangement: 'grid', columns, rows });
  return true;
}

/** The levels of a pyramid stand below one another, but are of one width. */
function arrangePyramid(reading: Reading): void {
  arrange(reading, 'column');
  reading.drawing.unmet.add('The outline of a pyramid');
}

const FIGURES: readonly { words: RegExp; read: (reading: Reading) => void }[] = [
  { words: /^(?:chain|kette|chaîne|cadena)$/, read: (reading) => connect(reading, 'chain', true) },
  { words: /^(?:ring|cycle|loop|triangle|dreieck|triángulo)$/, read: (reading) => connect(reading, 'ring') },
  { words: /^star$/, read: (reading) => connect(reading, 'hub') },
  {
    words: /^(?:ring|cycle|loop|triangle|dreieck|triángulo|circle|kreis|cercle|círculo)$/,
    read: (reading) => arrange(reading, 'ring'),
  },
  { words: /^(?:row|line|reihe|fila|ligne)$/, read: (reading) => arrange(reading, 'row') },
  { words: /^(?:column|stack|pile)$/, read: (reading) => arrange(reading, 'column') },
  { words: /^pyramid$/, read: arrangePyramid },
  { words: /^(?:tree|hierarchy)$/, read: (reading) => arrange(reading, 'tree') },
];

/** "chain of", "binary tree with": an arrangement before the things in it. */
export const readFigure: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const figure = scanner.attempt(() => {
    const match = scanner.take(phrases.FIGURE);
    const areNames = /^\s*\p{Lu}[^,;.]{0,40},/u.test(scanner.rest);
    if (match !== null && areNames) drawing.groups.push(groupOf(undefined, '', 'boxes'));
    return (areNames ? null : (scanner.see(COUNT) ?? scanner.see(NOUN_PHRASE))) || areNames ? match : null;
  });
  if (figure === null) return false;
  for (const { words, read } of FIGURES) if (words.test(figure[1] ?? '')) read(reading);
  return true;
};

/** "in a row", "around it", "below". */
export const readArrangement: PartReader = (reading) => {
  const { scanner } = reading;
  if (scanner.take(phrases.IN_THE_MIDDLE) !== null) {
    const last = lastOf(reading);
    const total = totalOf(reading.drawing.groups);
    if (last !== undefined && sizeOf(last) === 1 && total > 3) arrangeAround(reading, last);
    const between = groupOf('a', '', 'text');
    if (seesText(reading) && takeTexts(reading, between)) reading.drawing.groups.push(between);
    return true;
  }
  if (takeArranged(reading) === null) return lastOf(reading) !== undefined && takeAround(reading);
  return true;
};

/** Takes "in a row" and the like; the words, or null if there are none. */
export function takeArranged(reading: Reading): string | null {
  const { scanner, drawing } = reading;
  for (const { source, as } of phrases.ARRANGED) {
    const match = scanner.take(source);
    if (match === null) continue;
    if (as === 'row' && drawing.arrangement === 'row') addLine(reading);
    else if (as !== 'square') arrange(reading, as);
    else if (totalOf(drawing.groups) === 4) setGrid(reading, 2, 2);
    else arrange(reading, 'ring');
    return match[0];
  }
  return null;
}

/** "A, B in one row, C, D in another row": the last group begins a line. */
function addLine(reading: Reading): void {
  const last = lastOf(reading);
  if (last !== undefined) reading.drawing.breaks.add(last);
}

export function arrangeAround(reading: Reading, hub: Group | undefined): void {
  arrange(reading, 'ring');
  if (hub !== undefined && sizeOf(hub) === 1) reading.drawing.hub = hub;
}

/** "around it", where no other group follows. */
function takeAround(reading: Reading): boolean {
  const { scanner } = reading;
  const around = scanner.attempt(() => {
    const match = scanner.take(phrases.AROUND);
    return scanner.see(NOUN_PHRASE) === null && scanner.see('an?\\s') === null ? match : null;
  });
  if (around !== null) arrangeAround(reading, reading.drawing.groups[0]);
  return around !== null;
}

/** "with 4 boxes in it", "with two boxes inside"; what is below a heading, or around a hub, is not in it. */
export const readContents: PartReader = (reading) => {
  const outer = lastOf(reading);
  const inner =
    outer === undefined
      ? null
      : (takeAfter(reading, [phrases.HOLDING, phrases.INSIDE_IT]) ??
        takeEach(reading) ??
        takeMembers(reading, outer));
  if (outer === undefined || inner === null) return false;
  const { scanner, drawing } = reading;
  readTextsOf(reading, inner);
  if (takeAround(reading)) {
    drawing.groups.push(inner);
    connect(reading, 'hub');
    return true;
  }
  const isBelow = scanner.take(phrases.BELOW) !== null || outer.thing === 'text';
  if (isBelow) drawing.groups.push(inner);
  else outer.contents.push(inner);
  scanner.take(phrases.INSIDE);
  return true;
};

/** "of 25 seats", ", 8 books on each": behind things of a number. */
function takeEach(reading: Reading): Group | null {
  const { scanner } = reading;
  return scanner.attempt(() => {
    const isOf = scanner.take('of\\b') !== null;
    const isListed = !isOf && scanner.take(',|and\\b') !== null;
    const group = isOf || isListed ? (takeGroup(reading) ?? takeThings(reading)) : null;
    return group !== null && (isOf || scanner.see(phrases.INSIDE_IT) !== null) ? group : null;
  });
}

/** "frame "Team" with Ann and Ben": boxes with these names. */
function takeMembers(reading: Reading, { thing, texts }: Group): Group | null {
  if (thing !== 'frame' || texts.length === 0) return null;
  const members = groupOf(undefined, '', 'boxes');
  return reading.scanner.attempt(() =>
    reading.scanner.take(phrases.HOLDING) !== null && takeTexts(reading, members) ? members : null,
  );
}

/** The group behind one of several phrases. */
export function takeAfter(reading: Reading, sources: readonly string[], least = 2): Group | null {
  const { scanner } = reading;
  return scanner.attempt(() => {
    if (!sources.some((source) => scanner.take(source))) return null;
    scanner.take(',');
    return takeGroup(reading) ?? takeThings(reading, least);
  });
}
