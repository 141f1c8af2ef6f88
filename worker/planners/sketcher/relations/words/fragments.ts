import { splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';

/** A piece of a sentence. `isListed`: whether it comes after a comma, and not after "and". */
export type Fragment = { text: string; isListed: boolean };

const LEAD = /^(?:(?:and|und|et|y|but|while|whereas|then|also|so|plus|finally)\s+)+/i;
/** Between pieces; not before the last object of a German verb in two parts: "ist mit A und B verbunden". */
const AND =
  /\s+(?:and|&|et|y|und(?!(?: \S+){1,3} (?:verbunden|auf|ab|zu)$))\s+(?:then\s+)?|\s+(?=which\s|that\s(?:the|an?|our)\s)/i;

/** Pieces between commas and "and"; brackets stay whole. */
export function fragmentsOf(sentence: string): Fragment[] {
  return splitOutside(trimEndOf(sentence.trim(), '.!'), /\s*[,，、]\s*(?:(?:and|or)\s+)?/).flatMap((part) =>
    splitOutside(part, AND).map((text, at) => ({ text: text.replace(LEAD, ''), isListed: at === 0 })),
  );
}
