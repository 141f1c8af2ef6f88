import type { PlanColor, PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { colorOf } from '../../text/colors.ts';
import { shapeNamed } from '../language/words.ts';

/** A phrase with the looks that it ends in: "Review a red diamond". */
export type Styled = { what: string; color: PlanColor | null; shape: PlanShape | null };

const LINK =
  /^(?:to|in|into|as|a|an|the|be|of|look|look like|become|colou?r|background|fill|light|dark|bright|pale|all|en|de|auf|zu|einen?|einer|einem|une?|un|una|color|couleur|farbe)$/i;

/** What stands before a shape: "a diamond" is one, "the diamond" is an object. */
const SHAPE_LINK = /^(?:to|into|as|an?|be|become|en|auf|zu|einen?|einer|einem|une?|un|una)$/i;

/** Takes colour and shape off the end of a phrase; null if it has neither. */
export function styledAtEnd(phrase: string): Styled | null {
  const words = phrase.trim().split(/\s+/);
  if (/^(?:colou?r|background|farbe|couleur)$/i.test(words.at(-1) ?? '')) words.pop();
  const last = shapeAtEnd(words);
  const color = colorOf(words.at(-1) ?? '');
  if (color !== null) words.pop();
  // "An ellipse in purple".
  if (color !== null && /^(?:in|and)$/i.test(words.at(-1) ?? '')) words.pop();
  const shape = last ?? (color === null ? null : shapeAtEnd(words));
  if (color === null && shape === null) return null;
  const before = words.length;
  while (words.length > 0 && LINK.test(words.at(-1) ?? '')) words.pop();
  // "The box" is a phrase for objects, "a box" or "into boxes" is a shape.
  if (color === null && before === words.length) return null;
  return { what: withoutColorOf(words), color, shape };
}

function shapeAtEnd(words: string[]): PlanShape | null {
  const last = words.at(-1) ?? '';
  const shape = shapeNamed(last);
  if (shape === null || words.length < 2) return null;
  const previous = words.at(-2) ?? '';
  if (/^notes?$/i.test(last) && /^stick(?:y|ies)$/i.test(previous)) words.pop();
  else if (colorOf(previous) === null && !SHAPE_LINK.test(previous)) return null;
  words.pop();
  return shape;
}

/** "The colour of Review", "Review's colour". */
function withoutColorOf(words: string[]): string {
  const phrase = words.join(' ');
  return phrase
    .replace(/^(?:the\s+)?(?:background\s+)?colou?rs?\s+of\s+/i, '')
    .replace(/(?:['’]s)?\s+(?:background\s+)?colou?rs?$/i, '')
    .replace(/^(?:die\s+)?farbe\s+von\s+/i, '')
    .trim();
}

/** Colour before the phrase: "en rouge Draft", "of red". */
export function styledAtStart(phrase: string): Styled | null {
  const [link = '', word = '', ...rest] = phrase.trim().split(/\s+/);
  const color = /^(?:en|de|in)$/i.test(link) ? colorOf(word) : null;
  return color === null || rest.length === 0 ? null : { what: rest.join(' '), color, shape: null };
}
