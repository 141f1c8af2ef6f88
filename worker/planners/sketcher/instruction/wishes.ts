import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import { hasWords } from '../text/plain.ts';

const DOWN =
  'vertical(?:ly)?|top[- ]?(?:to[- ]?bottom|down)|downwards?|von oben nach unten|senkrecht|de haut en bas|de arriba (?:a|hacia) abajo';
const RIGHT =
  'horizontal(?:ly)?|left[- ]to[- ]right|sideways|von links nach rechts|waage?recht|de gauche à droite|de izquierda a derecha';
const COURTESY =
  "please|pls|plz|thx|thanks?(?: you)?|ty|cheers|asap|bitte|danke|merci|gracias|por favor|s['’]il (?:te|vous) pla[iî]t";

const IS_DOWN = new RegExp(`\\b(?:${DOWN})\\b`, 'i');
const IS_RIGHT = new RegExp(`\\b(?:${RIGHT})\\b`, 'i');
const DIRECTIONS = new RegExp(`,?\\s*\\b(?:${DOWN}|${RIGHT})\\b`, 'gi');
const LAST_COURTESY = new RegExp(`\\s+(?:${COURTESY})$`, 'i');
const LAST_WISH = new RegExp(
  `[\\s,;.!]*(?<=[\\s,;.!])(?:(?:drawn|laid out|make it|going)\\s+)?(?:${DOWN}|${RIGHT}|${COURTESY})[\\s.!]*$`,
  'i',
);
const FIRST_WISH = new RegExp(`^\\s*(?:${DOWN}|${RIGHT})\\s*[:,]\\s*`, 'i');
/** Where the last wish may begin, in UTF-16 units from the end of a text. */
const LONGEST_WISH = 40;
/** Most wishes that are taken off a text: "…, vertical, please, thanks". */
const MOST_WISHES = 4;

/** "Bob -> Ann: fine, thanks": a courtesy that somebody says. */
const MESSAGE = /^[^:\n]{1,80}?(?:->|→)[^:\n]{1,80}:\s/;

/** A text without the directions and the courtesies at its ends, which are no content. */
export function takeWishes(text: string): { text: string; direction: PlanDirection | null } {
  let rest = text;
  let said = '';
  for (let wishes = 0; wishes < MOST_WISHES && !endsInMessage(rest); wishes += 1) {
    const start = Math.max(0, rest.length - LONGEST_WISH);
    const end = rest.slice(start).replace(LAST_WISH, '');
    const shorter = (rest.slice(0, start) + end).replace(FIRST_WISH, '');
    if (shorter === rest || !hasWords(shorter)) break;
    said += ` ${rest.slice(0, rest.length - shorter.length)} ${rest.slice(-LONGEST_WISH)}`;
    rest = shorter;
  }
  return { text: rest, direction: directionIn(said) };
}

const endsInMessage = (text: string): boolean => MESSAGE.test(text.slice(text.lastIndexOf('\n') + 1));

/** The direction that a text asks for. */
export function directionIn(text: string): PlanDirection | null {
  if (IS_DOWN.test(text)) return 'down';
  return IS_RIGHT.test(text) ? 'right' : null;
}

/** A text without the directions in it. */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '');
}

/** A heading without a direction in it, and without a courtesy at its end. */
export function withoutWishes(heading: string): string {
  return withoutDirections(heading).replace(LAST_COURTESY, '');
}
