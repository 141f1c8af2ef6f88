import type { PlanColor } from '../../../../src/canvas/plan.ts';
import { splitList, splitSentences } from '../text/split.ts';
import { NUMBER } from '../text/words.ts';

/** Where something new belongs, relative to what is on the canvas. */
type Place = { relation: 'after' | 'before' | 'between' | 'in'; of: string };

/** One change that an instruction asks for; names are the person's words, not yet matched to objects. */
export type Command =
  | { kind: 'rename'; what: string; to: string }
  | { kind: 'remove'; what: string[] }
  | { kind: 'connect'; from: string; to: string; label: string | null }
  | { kind: 'disconnect'; from: string; to: string }
  | { kind: 'colour'; what: string[]; color: PlanColor }
  | { kind: 'move'; what: string[]; to: string }
  | { kind: 'add'; what: string[]; place: Place | null; color: PlanColor | null };

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
const VERB =
  'add|insert|rename|remove|delete|drop|connect|disconnect|link|make|colou?r|paint|mark|highlight|move|replace|change|relabel|turn|create|put';
const THING =
  '(?:(?:new|another|extra)\\s+)?(?:(?:steps?|nodes?|box(?:es)?|cards?|stick(?:y|ies)(?: notes?)?|notes?|items?|shapes?|branch(?:es)?|columns?|tasks?|arrows?)\\s*(?:called|named|for|:)?\\s+)?';
const ARTICLE = '(?:the|an?|some)\\s+';

/** Reads "add X after Y", "rename A to B" and the like; null for a sentence that asks for none of them. */
export function readCommands(text: string): (Command | { kind: 'unknown'; text: string })[] {
  const parts = splitSentences(text).flatMap((sentence) =>
    sentence.split(
      new RegExp(`,?\\s+(?:and\\s+then|and|then)\\s+(?=(?:${VERB})\\s)|,\\s+(?=(?:${VERB})\\s)`, 'i'),
    ),
  );
  return parts.map((part) => readCommand(part) ?? { kind: 'unknown', text: part });
}

function readCommand(sentence: string): Command | null {
  const text = sentence
    .trim()
    .replace(/^(?:please|can you|could you|also|then|now|next)\b[\s,]*/gi, '')
    .replace(/[.!]+$/, '');
  for (const read of readers) {
    const command = read(text);
    if (command !== null) return command;
  }
  return null;
}

const match = (pattern: string, text: string): string[] | null =>
  new RegExp(`^${pattern}$`, 'isu')
    .exec(text)
    ?.slice(1)
    .map((part) => unquote(part ?? '')) ?? null;

const unquote = (text: string): string =>
  text
    .trim()
    .replace(/^["“”'‘](.*)["“”'’]$/s, '$1')
    .replace(new RegExp(`^${ARTICLE}`, 'i'), '');

const names = (text: string): string[] => splitList(text).map(unquote);

const readers: readonly ((text: string) => Command | null)[] = [
  (text) => {
    const [what, color] =
      match(
        `(?:make|colou?r|paint|turn|mark|change|set)\\s+(.+?)\\s+(?:(?:to|in|as)\\s+)?(${COLOR})`,
        text,
      ) ?? [];
    return what === undefined || color === undefined
      ? null
      : {
          kind: 'colour',
          what: names(what.replace(/\s+colou?r$/i, '')),
          color: COLORS[color.toLowerCase()] ?? 'neutral',
        };
  },
  (text) => {
    const [what] = match('highlight\\s+(.+)', text) ?? [];
    return what === undefined ? null : { kind: 'colour', what: names(what), color: 'yellow' };
  },
  (text) => {
    const [what, to] =
      match(
        `(?:rename|relabel|change|replace|call|turn)\\s+${THING}(.+?)\\s+(?:in)?(?:to|as|by|with)\\s+(.+)`,
        text,
      ) ?? [];
    return what === undefined || to === undefined ? null : { kind: 'rename', what, to };
  },
  (text) => {
    const [from, to] =
      match(
        '(?:disconnect|unlink|(?:remove|delete)\\s+(?:the\\s+)?(?:arrow|line|connection|connector|edge|link)\\s+(?:from|between))\\s+(.+?)\\s+(?:from|to|and)\\s+(.+)',
        text,
      ) ?? [];
    return from === undefined || to === undefined ? null : { kind: 'disconnect', from, to };
  },
  (text) => {
    const [what] = match(`(?:remove|delete|drop|erase|take out|get rid of)\\s+${THING}(.+)`, text) ?? [];
    return what === undefined ? null : { kind: 'remove', what: names(what) };
  },
  (text) => {
    const [from, to, label] =
      match(
        '(?:connect|link|join|(?:add|draw|put)\\s+(?:an?\\s+)?(?:arrow|line|connection|connector|edge|link)\\s+(?:from|between))\\s+(.+?)\\s+(?:to|with|and|->|→)\\s+(.+?)(?:\\s+(?:label(?:l?ed)?|with (?:the )?label|saying|as)\\s+(.+))?',
        text,
      ) ?? [];
    return from === undefined || to === undefined
      ? null
      : { kind: 'connect', from, to, label: label || null };
  },
  (text) => {
    const [what, to] = match(`move\\s+${THING}(.+?)\\s+(?:in)?to\\s+(.+?)(?:\\s+column)?`, text) ?? [];
    return what === undefined || to === undefined ? null : { kind: 'move', what: names(what), to };
  },
  readAdd,
];

function readAdd(text: string): Command | null {
  const [shade, rest] =
    match(
      `(?:add|insert|put|create|append|include)\\s+(?:${ARTICLE}|(?:${NUMBER})\\s+(?=\\w+\\s*(?::|called|named)))?(?:(${COLOR})\\s+)?${THING}(.+)`,
      text,
    ) ?? [];
  if (rest === undefined) return null;
  const color = COLORS[shade?.toLowerCase() ?? ''] ?? null;
  const [what, relation, of] =
    match(
      '(.+?)\\s+(after|behind|following|before|ahead of|between|under|below|in|into|to|inside|within)\\s+(.+?)(?:\\s+(?:column|list|section))?',
      rest,
    ) ?? [];
  if (what === undefined || relation === undefined || of === undefined)
    return { kind: 'add', what: names(rest), place: null, color };
  return {
    kind: 'add',
    what: names(what),
    place: { relation: relationOf(relation.toLowerCase()), of },
    color,
  };
}

function relationOf(word: string): Place['relation'] {
  if (/^(?:after|behind|following)$/.test(word)) return 'after';
  if (/^(?:before|ahead of)$/.test(word)) return 'before';
  return word === 'between' ? 'between' : 'in';
}
