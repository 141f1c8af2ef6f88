import type { PlanBuilder } from '../plan/planBuilder.ts';
import { anyOf } from './phrases.ts';

/** Wishes that no canvas can meet, by what they are about. */
export const UNMET: readonly { what: string; source: string }[] = [
  {
    what: 'Rotation',
    source: anyOf(
      '(?:rotated|turned|tilted|gedreht|tournée?|girad[oa])(?: by)?(?: (?:\\d{1,3}|an?|some))?(?:\\s?(?:°|degrees?|deg|grad|degrés|grados))?(?: (?:counter-?)?clockwise)?',
      'upside down',
    ),
  },
  {
    what: 'An exact size',
    source: anyOf(
      '(?:of size |sized |with (?:a )?size (?:of )?|of )?\\d{1,4}\\s?(?:px|pixels?)?\\s?(?:x|×|by)\\s?\\d{1,4}\\s?(?:px|pixels?|cm|mm|inch(?:es)?)',
      '(?:of |at least )?\\d{1,4}\\s?(?:px|pixels?|cm|mm)(?: (?:wide|high|tall|long|thick))?',
    ),
  },
  {
    what: 'A font or text size',
    source: `(?:${anyOf('in|with|using')}\\s+)?(?:the\\s+)?${anyOf('comic sans(?: ms)?', 'arial', 'helvetica', 'times(?: new roman)?', 'courier(?: new)?', 'georgia', 'verdana', 'calibri', 'roboto', '(?:\\w+ )?font(?: size)?(?: (?:of )?\\d{1,3})?', '\\d{1,3}\\s?(?:pt|points?)', '(?:big|large|small|bold|capital|huge) (?:letters?|text|type|font)', 'bold', 'italics?', 'underlined')}`,
  },
  {
    what: 'An overlap',
    source: anyOf(
      '(?:(?:that|which) )?(?:partly )?(?:overlap(?:ping|s)?|intersect(?:ing|s)?)',
      ',?\\s*die (?:sich|einander) (?:überschneiden|überlappen)',
      '(?:qui se|que se) \\w+',
    ),
  },
  {
    what: 'An effect',
    source: anyOf(
      '(?:with|and) (?:an? )?(?:drop |soft )?(?:shadows?|gradients?|glow|rounded corners|thick borders?|dashed (?:borders?|lines?))',
    ),
  },
  {
    what: 'An exact place',
    source: anyOf(
      '(?:in|at|on) the (?:four )?(?:corners|(?:top|bottom|upper|lower)(?:[ -](?:left|right))?|left|right)(?: (?:corner|side|edge))?(?: of the (?:canvas|page|screen))?',
    ),
  },
  {
    what: 'An animation',
    source: anyOf('(?:that (?:is |are )?)?(?:animated|moving|blinking|spinning|bouncing)(?: .{0,40})?'),
  },
];

/** One warning for all that no canvas can show. */
export function warnOfUnmet(plan: PlanBuilder, [first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  const whats = [first, ...others.map((what) => what.charAt(0).toLowerCase() + what.slice(1))].join(' and ');
  const leftOut = others.length > 0 ? 'they were' : 'it was';
  plan.warn(
    `${whats} can’t be set, so ${leftOut} left out. Counts, colours and rows can: “3 red boxes in a row”.`,
  );
}
