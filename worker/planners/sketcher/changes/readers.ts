import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { splitList } from '../text/split.ts';
import { NUMBER } from '../text/words.ts';
import type { Command, Place, Thing } from './command.ts';

const COLORS: Record<string, PlanColor> = {
  red: 'red',
  green: 'green',
  blue: 'blue',
  yellow: 'yellow',
  orange: 'orange',
  purple: 'purple',
  violet: 'purple',
  teal: 'teal',
  cyan: 'teal',
  turquoise: 'teal',
  pink: 'pink',
  magenta: 'pink',
  grey: 'neutral',
  gray: 'neutral',
  neutral: 'neutral',
  white: 'neutral',
  black: 'neutral',
};
const COLOR = Object.keys(COLORS).join('|');

/** Words that a change begins with. */
export const VERB =
  'add|insert|append|include|rename|relabel|label|call|remove|delete|erase|drop|connect|disconnect|unlink|link|join|make|colou?r|paint|mark|highlight|move|put|drag|replace|change|swap|switch|exchange|turn|set|create|draw';

const REGION = 'columns?|lists?|lanes?|swim ?lanes?|sections?|frames?|groups?|regions?';
const DECISION = 'decisions?|diamonds?|questions?';
const NOTE = 'stick(?:y|ies)(?: notes?)?|notes?|post-its?';
const OTHER = 'steps?|nodes?|box(?:es)?|cards?|items?|shapes?|branch(?:es)?|tasks?|ideas?|bubbles?';
const THING = `${REGION}|${DECISION}|${NOTE}|${OTHER}`;
const NAMED = '(?:\\s*(?:called|named|titled|for|saying|with the (?:text|title|name)|:))?\\s+';
const ARTICLE = '(?:the|an?|some|another|one more)\\s+';
const SOME_THING = `(?:(?:new|another|extra)\\s+)?(?:(?:${THING})${NAMED})?`;
const TRAILING_REGION = `(?:\\s+(?:${REGION}))?`;
const ARROW = '(?:an?\\s+|the\\s+)?(?:arrow|line|connection|connector|edge|link)';

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'isu');

const match = (pattern: RegExp, text: string): string[] | null =>
  pattern
    .exec(text)
    ?.slice(1)
    .map((part) => bare(part ?? '')) ?? null;

const LEADING_ARTICLE = new RegExp(`^${ARTICLE}`, 'i');

const bare = (text: string): string =>
  text
    .trim()
    .replace(LEADING_ARTICLE, '')
    .replace(/^(?:steps?|cards?|box(?:es)?|nodes?)\s+(?=\uE000)/i, '');

const names = (text: string): string[] => splitList(text).map(bare);

type Reader = (text: string) => Command | null;

/** Makes a reader of a pattern: its groups, without articles, are what the command is made of. */
function reader(pattern: string, make: (...groups: string[]) => Command | null): Reader {
  const expression = whole(pattern);
  return (text) => {
    const groups = match(expression, text);
    return groups === null ? null : make(...groups);
  };
}

/** Readers of one change each; the first that understands a sentence decides. */
export const readers: readonly Reader[] = [
  reader(
    `(?:make|colou?r|paint|turn|mark|change|set)\\s+(.+?)\\s+(?:(?:to|in|as)\\s+)?(${COLOR})`,
    (what = '', color = '') => ({
      kind: 'colour',
      what: names(what.replace(/(?:'s|’s)?\s+colou?r$/i, '').replace(/^colou?r of\s+/i, '')),
      color: COLORS[color.toLowerCase()] ?? 'neutral',
    }),
  ),
  reader('highlight\\s+(.+)', (what = '') => ({ kind: 'colour', what: names(what), color: 'yellow' })),
  reader(
    '(?:mark|set|check off|tick off)\\s+(.+?)\\s+(?:as|to)\\s+(?:done|complete[d]?|finished)',
    (what = '') => ({
      kind: 'finish',
      what: names(what),
    }),
  ),
  reader('(?:swap|switch|exchange)\\s+(.+?)\\s+(?:and|with|for)\\s+(.+)', (one = '', other = '') => ({
    kind: 'swap',
    one,
    other,
  })),
  reader(
    `(?:label|rename|relabel)\\s+${ARROW}\\s+(?:from|between)\\s+(.+?)\\s+(?:to|and|->|→)\\s+(.+)`,
    (from = '', rest = '') => {
      const [to, label] = match(LABELLED, rest) ?? [];
      return to === undefined || label === undefined ? null : { kind: 'label', from, to, label };
    },
  ),
  reader(
    `(?:rename|relabel|change|replace|call|turn)\\s+(?:the\\s+)?${SOME_THING}(.+?)\\s+(?:(?:in)?(?:to|as|by|with)\\s+|(?=\\uE000))(.+)`,
    (what = '', to = '') => ({ kind: 'rename', what, to }),
  ),
  reader(
    `(?:disconnect|unlink|(?:remove|delete|drop)\\s+${ARROW}\\s+(?:from|between))\\s+(.+?)\\s+(?:from|to|and)\\s+(.+)`,
    (from = '', to = '') => ({ kind: 'disconnect', from, to }),
  ),
  reader('(?:disconnect|unlink)\\s+(.+)', (from = '') => ({ kind: 'disconnect', from, to: null })),
  reader(
    `(?:remove|delete|drop|erase|take out|get rid of)\\s+(?:the\\s+)?${SOME_THING}(.+)`,
    (what = '') => ({ kind: 'remove', what: names(what) }),
  ),
  reader(
    `(?:connect|link|join|(?:add|draw|put|create|make)\\s+${ARROW}\\s+(?:from|between))\\s+(.+?)\\s+(?:to|with|and|->|→)\\s+(.+?)(?:,?\\s+(?:and\\s+)?(?:label(?:l?ed)?(?:\\s+it|\\s+as)?|with (?:the )?(?:label|text)|saying|as)\\s+(.+))?`,
    (from = '', to = '', label = '') => ({ kind: 'connect', from, to: names(to), label: label || null }),
  ),
  reader(
    `(?:move|put|drag)\\s+(?:the\\s+)?${SOME_THING}(.+?)\\s+(after|behind|before|ahead of|(?:in)?to|under|inside)\\s+(.+?)${TRAILING_REGION}`,
    (what = '', relation = '', of = '') => {
      const moved = { kind: 'move' as const, what: names(what) };
      return { ...moved, place: { relation: relationOf(relation), of } };
    },
  ),
  readAdd,
];

/** "B as C": split by a pattern of its own, so that it is tried once, and not behind each place where B may begin. */
const LABELLED = whole('(.+?)\\s*(?:\\b(?:as|to|with)\\b|:|(?=\\uE000))\\s*(.+)');

/** "Make it pop" and "make Review bigger" add nothing; "make a card" does. */
const MAKE = `make(?=\\s+(?:an?|another|new|some|several|${NUMBER})\\b)`;
const ADD = `(?:add|insert|put|create|append|include|${MAKE}|draw)\\s+(?!(?:it|this|that|them|these|those|everything)\\b)`;
const COUNT = `(?:(?:${NUMBER}|two|three|some|several)\\s+(?:more\\s+)?(?=(?:\\w+\\s+)?(?:${THING})))?`;

const ADD_LIST = whole(
  `${ADD}${COUNT}(?:${ARTICLE})?(?:new\\s+)?(?:${THING})\\s+(?:to|in|into|under)\\s+([^:]+?)${TRAILING_REGION}\\s*:\\s*(.+)`,
);
const ADD_THING = whole(
  `${ADD}${COUNT}(?:${ARTICLE})?(?:new\\s+)?(?:(${COLOR})\\s+)?(?:(?:new|extra)\\s+)?(?:(${THING})${NAMED})?(.+)`,
);
const PLACED = whole(
  `(.+?)\\s+(after|behind|following|before|ahead of|between|next to|beside|under|below|in|into|to|inside|within)\\s+(.+?)${TRAILING_REGION}`,
);

function readAdd(text: string): Command | null {
  const listed = match(ADD_LIST, text);
  if (listed?.[0] !== undefined && listed[1] !== undefined) {
    const place: Place = { relation: 'in', of: listed[0] };
    return { kind: 'add', what: names(listed[1]), thing: 'shape', place, color: null };
  }
  const groups = ADD_THING.exec(text);
  if (groups === null) return null;
  const [, shade = '', word = '', rest = ''] = groups;
  const color = COLORS[shade.toLowerCase()] ?? null;
  const [what, relation, of] = match(PLACED, rest) ?? [];
  const place = relation === undefined || of === undefined ? null : { relation: relationOf(relation), of };
  return { kind: 'add', what: names(what ?? rest), thing: thingOf(word), place, color };
}

function thingOf(word: string): Thing {
  const is = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'i').test(word);
  if (is(REGION)) return 'region';
  if (is(DECISION)) return 'decision';
  return is(NOTE) ? 'note' : 'shape';
}

function relationOf(word: string): Place['relation'] {
  if (/^(?:after|behind|following|next to|beside)$/i.test(word)) return 'after';
  if (/^(?:before|ahead of)$/i.test(word)) return 'before';
  return /^between$/i.test(word) ? 'between' : 'in';
}
