import type { PlanColor } from '../../../../src/canvas/model/plan.ts';

/** Words for a colour, with the endings that they take, in English, German, French and Spanish. */
const words: Record<PlanColor, string> = {
  red: 'red|crimson|scarlet|rot(?:e[nrs]?)?|rouges?|roj[oa]s?',
  green: 'green|lime|grün(?:e[nrs]?)?|verte?s?|verdes?',
  blue: 'blue|navy|blau(?:e[nrs]?)?|bleue?s?|azul(?:es)?',
  yellow: 'yellow|gold|gelb(?:e[nrs]?)?|jaunes?|amarill[oa]s?',
  orange: 'oranges?|orange[nrs]|naranjas?|brown|braun(?:e[nrs]?)?|marr[oó]n(?:es)?',
  purple: 'purple|violet|lilac|lila|violett(?:e[nrs]?)?|violettes?|morad[oa]s?',
  teal: 'teal|cyan|turquoises?|aqua|türkis(?:e[nrs]?)?|turquesas?',
  pink: 'pink|magenta|rosas?|pinke[nrs]?|roses?|rosad[oa]s?',
  neutral:
    'gr[ea]y|white|black|neutral|grau(?:e[nrs]?)?|weiß(?:e[nrs]?)?|schwarz(?:e[nrs]?)?|grise?s?|blanc(?:he)?s?|noire?s?|blanc[oa]s?|negr[oa]s?',
};

/**
 * Source of a pattern for where a word ends. The letters of all scripts would take as long to compile as a long text to
 * read, and the words that are looked for are Latin.
 */
export const WORD_END = '(?![\\wÀ-ɏ])';

/** Source of a pattern for a word that names a colour. */
export const COLOR = `(?:(?:light|dark|bright|hell|dunkel)[ -]?)?(?:${Object.values(words).join('|')})${WORD_END}`;

const whole = Object.entries(words).map(([color, source]) => ({
  color: color as PlanColor,
  pattern: new RegExp(`^(?:(?:light|dark|bright|hell|dunkel)[ -]?)?(?:${source})$`, 'i'),
}));

/** The colour that a word names, or null. */
export function colorOf(word: string): PlanColor | null {
  return whole.find(({ pattern }) => pattern.test(word.trim()))?.color ?? null;
}

/** Every colour that a phrase names, in its order. */
export function colorsIn(phrase: string): PlanColor[] {
  return (phrase.match(COLORS) ?? []).flatMap((word) => colorOf(word) ?? []);
}

const COLORS = new RegExp(`(?<![\\wÀ-ɏ])${COLOR}`, 'gi');
