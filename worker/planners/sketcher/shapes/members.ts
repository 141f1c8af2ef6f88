import { COLOR } from '../text/colors.ts';
import { ORDINALS } from '../text/placed.ts';
import type { Group } from './drawing.ts';
import * as phrases from './phrases.ts';
import { LOOK, NOUN, SAME } from './vocabulary.ts';

/** One thing of a group. */
export type Member = { group: Group; at: number };

/** Words for one of several things, and which of them they mean. */
export const PLACES: readonly {
  words: string;
  of: (members: readonly Member[], isRing: boolean) => readonly Member[];
}[] = [
  {
    words: 'others?|rest|remaining|anderen?|übrigen|autres|otr[oa]s|resto',
    of: (members) => members.filter(({ group, at }) => !group.own.has(at)),
  },
  {
    words: 'left(?:most)?|top(?:most)?|upper|linke[rsn]?|obere[rsn]?|gauche|izquierd[oa]',
    of: (members) => members.slice(0, 1),
  },
  {
    words: 'bottom(?:most)?|lower|untere[rsn]?',
    of: (members, isRing) => (isRing ? members.slice(members.length / 2).slice(0, 1) : members.slice(-1)),
  },
  {
    words: 'right(?:most)?|last|rechte[rsn]?|letzte[rsn]?|droite?|dernière?|derech[oa]|últim[oa]',
    of: (members) => members.slice(-1),
  },
  {
    words: 'middle|cent(?:er|re)|central|mittlere[rsn]?|milieu|medio',
    of: (members) => (members.length < 3 ? [] : members.slice((members.length - 1) / 2).slice(0, 1)),
  },
  {
    words: 'one|eine?[rs]?|another|un[ao]',
    of: (members) =>
      members.filter(({ group, at }) => group.texts.length === 0 && !group.own.has(at)).slice(0, 1),
  },
  ...ORDINALS.map((words, at) => ({
    words,
    of: (members: readonly Member[]) => members.slice(at, at + 1),
  })),
];

export const DETERMINER =
  '(?:and|with|but|make|colou?r|paint|und|mit|et|y)?\\s*(?:the|one|der|die|das|den|les?|la|el|los)?\\s*';
/** "the left one": one of several things. */
export const PLACE = `${DETERMINER}(?:(?:on|at|to)\\s+the\\s+)?(${PLACES.map(({ words }) => words).join('|')})${phrases.END}(?:\\s+(?:${NOUN}|${SAME}))?(?!\\s+of\\b)`;
/** Between a thing and how it looks. */
export const BE = `(?:(?:should|must|shall|to|soll|ist|sind|is|are|be|being|in|as|gets?|has|says?)${phrases.END}\\s*)+`;
/** Where words about one of several things begin. */
export const ABOUT_MEMBER = `(?:[^\\s,;.]+\\s+){1,4}?(?:(?:should|must|shall)\\s+be|is)\\s+(?:${COLOR}|${LOOK})|${PLACE}\\s+(?:${BE})?(?:(?:${COLOR}|${LOOK})|${phrases.NAMED})`;
