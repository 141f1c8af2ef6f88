import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { COLOR, colorOf, colorsIn } from '../text/colors.ts';
import { capitalise } from '../text/plain.ts';
import { showQuotes } from '../text/quotes.ts';
import { singular } from '../text/words.ts';
import type { Group } from './drawing.ts';
import * as phrases from './phrases.ts';
import { lastOf, type PartReader, type Reading } from './reading.ts';
import { UNMET } from './unmet.ts';
import { ADJECTIVE, COUNT, countOf, LOOK, NOUN_PHRASE, thingOf } from './vocabulary.ts';

const AND = '(?:and|und|et|y)';
/** "a red, a green and two blue circles": numbers and colours before the noun that they share. */
const SHARED = `(?:(${COUNT})\\s+)?([a-zÀ-ɏ]+)(?:\\s*,|\\s+${AND})(?=\\s+(?:and\\s+)?(?:${COUNT})\\s)`;
const COUNT_ONLY = `(${COUNT})(?=\\s*(?:$|[,:;.]|each|all|connected))`;
const COLOR_ONLY = `(${COUNT})\\s+([a-zÀ-ɏ]+)(?=\\s*(?:$|[,:;.]|and|y|et|und|in))`;
const ANY_COLORS = ',?\\s*(?:all )?in (?:different|various|several|rainbow|all) colou?rs';
/** "in red and blue". */
export const COLORS = `,?\\s*(?:alternating(?:ly)?|in)(?:\\s+in)?((?:\\s*,?\\s+(?:${AND}\\s+)?${COLOR})+)`;
/** "green, white and red", for several things. */
const BARE_COLORS = `,?\\s*(${COLOR}(?:(?:\\s*,\\s*|\\s+)(?:${AND}\\s+)?${COLOR})+)(?=\\s*(?:[,;.]|$))`;
export const RAINBOW: readonly PlanColor[] = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
];

/** "5 red diamonds", "a red and a blue box". */
export const readGroup: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const groups: Group[] = [];
  for (let match = takeShared(reading); match !== null; match = takeShared(reading))
    groups.push(groupOf(match[1] ?? 'a', match[2] ?? '', ''));
  const group = takeGroup(reading) ?? scanner.attempt(() => takeWithoutNoun(reading));
  if (group === null) return false;
  const { thing, isPlural } = group;
  drawing.groups.push(...groups.map((each) => ({ ...each, thing, isPlural })), group);
  return true;
};

const takeShared = ({ scanner }: Reading): RegExpExecArray | null =>
  scanner.attempt(() => {
    const match = scanner.take(SHARED);
    return match === null || colorOf(match[2] ?? '') === null ? null : match;
  });

/** Takes a group with a noun, without its texts. */
export function takeGroup(reading: Reading): Group | null {
  const { scanner, drawing } = reading;
  const match = scanner.take(NOUN_PHRASE);
  if (match === null) return null;
  const [, count, before = '', noun = '', after = ''] = match;
  if (/overlapping|intersecting/.test(before)) drawing.unmet.add('An overlap');
  else if (IS_LOOK.test(before)) drawing.unmet.add('A size or line style');
  if (thingOf(noun) === 'unknown shape')
    drawing.unmet.add(`The shape of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun.replace(/s$/, '')}`);
  const group = groupOf(count, `${before} ${after}`, noun);
  return { ...group, thing: /^ones?$/.test(noun) ? (lastOf(reading)?.thing ?? 'rect') : group.thing };
}

const IS_LOOK = new RegExp(LOOK);

const UNKNOWN = `(${COUNT})\\s+(?:${ADJECTIVE}\\s+)*([a-zÀ-ɏ-]{3,20}(?:\\s[a-zÀ-ɏ-]{3,20}s)?)${phrases.END}`;
const WORDS_OF_PLACE =
  /^(?:rows?|columns?|lines?|arrows?|connect\w*|labels?|texts?|names?|words|letters|corners?|sides?|times|steps?|the|and|with|each|more|levels?)(?:\s|$)/;

/** Takes a number of things that are no shapes, as boxes with their name: "4 racks". */
export function takeThings({ scanner }: Reading, least = 2): Group | null {
  return scanner.attempt(() => {
    const match = scanner.take(UNKNOWN);
    const [, count, name = ''] = match ?? [];
    if (match === null || WORDS_OF_PLACE.test(name) || colorOf(name) !== null) return null;
    if (countOf(count ?? '') < least && !/\d/.test(count ?? '')) return null;
    return { ...groupOf(count, match[0], 'boxes'), name: capitalise(singular(name)) };
  });
}

/** "12 chairs in a ring", "3 shelves with 5 boxes each": numbered things where it is said how they stand. */
export const readThings: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const group = scanner.attempt(() => {
    const things = takeThings(reading);
    return phrases.STANDS.some((source) => scanner.see(source) !== null) || holdsCounted(reading)
      ? things
      : null;
  });
  if (group !== null) drawing.groups.push(group);
  return group !== null;
};

function holdsCounted({ scanner }: Reading): boolean {
  const start = scanner.at;
  const holds =
    scanner.take(`${phrases.HOLDING}|of\\b|,`) !== null && scanner.see(`(?:${COUNT})\\s`) !== null;
  scanner.at = start;
  return holds;
}

const WORD_IN = `(?:the\\s+)?(?:word|text|name|letter|number|phrase|wort|mot|palabra)s?\\s+([^,;.]{1,80}?)\\s+(?:written\\s+)?(?:in|inside|into|on|onto|within|dans|en)\\s+(?=${NOUN_PHRASE})`;

/** "the word HELLO in a yellow box" */
export const readWritten: PartReader = (reading) => {
  const { scanner, drawing, quotes } = reading;
  const group = scanner.attempt(() => {
    const match = scanner.take(WORD_IN);
    const text = match === null ? '' : scanner.original(match, 1);
    const holder = match === null ? null : takeGroup(reading);
    return holder === null ? null : { ...holder, texts: [showQuotes(text, quotes)] };
  });
  if (group !== null) drawing.groups.push(group);
  return group !== null;
};

/** "ring of 6", or "two yellow notes and three pink". */
function takeWithoutNoun(reading: Reading): Group | null {
  const before = lastOf(reading);
  const { arrangement, connection } = reading.drawing;
  if (before === undefined && arrangement === null && connection === null) return null;
  const match = reading.scanner.take(before === undefined ? COUNT_ONLY : COLOR_ONLY);
  if (match === null || (before !== undefined && colorOf(match[2] ?? '') === null)) return null;
  const { thing, isPlural } = before ?? { thing: 'rect', isPlural: true };
  return { ...groupOf(match[1], match[2] ?? '', ''), thing, isPlural };
}

/** "in different colours", "in red and blue". */
export const readColors: PartReader = (reading) => {
  const group = lastOf(reading);
  if (group === undefined) return false;
  const isAny = reading.scanner.take(ANY_COLORS) !== null;
  const areBare = group.isPlural && group.colors.length === 0;
  const said = isAny ? null : reading.scanner.take(areBare ? `${COLORS}|${BARE_COLORS}` : COLORS);
  if (isAny) group.colors = [...RAINBOW];
  else if (said !== null) group.colors = colorsIn(said[0]);
  return isAny || said !== null;
};

/** What no canvas can show. */
export const readUnmet: PartReader = ({ scanner, drawing }) => {
  const found = scanner.attempt(() => {
    scanner.take(',|and\\b');
    return UNMET.find(({ source }) => scanner.take(source)) ?? null;
  });
  if (found !== null) drawing.unmet.add(found.what);
  return found !== null;
};

/** A group as its words say it: its number, its adjectives, and its noun. */
export function groupOf(count: string | undefined, looks: string, noun: string): Group {
  return {
    thing: thingOf(noun),
    count: count === undefined ? null : countOf(count),
    isPlural: /s$|kreise$|rauten$|kästen$|karten$|[tl]en$|rhombi$/.test(noun),
    texts: [],
    colors: looks.includes('colourful') || looks.includes('colorful') ? [...RAINBOW] : colorsIn(looks),
    contents: [],
    own: new Map(),
    name: null,
  };
}
