import { splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';

/** A piece of a sentence. `isListed`: whether it comes after a comma; `isJoined`: whether it comes after "and". */
export type Fragment = { text: string; isListed: boolean; isJoined: boolean };
/** What a piece is before the next one: a subject with its verb, whose object follows that of another verb. */
export type IsUnfinished = (text: string, next: string) => boolean;

const LEAD = /^(?:(?:and|und|et|y|or|but|while|whereas|then|also|so|plus|finally)\s+)+/i;
/** Between pieces; not before the last object of a German verb in two parts: "ist mit A und B verbunden". */
const AND =
  /\s+(?:and|&|et|y|und(?!(?: \S+){1,3} (?:verbunden|auf|ab|zu)$))\s+(?:then\s+)?|\s+(?=which\s|that\s(?:the|an?|our)\s)/i;

/** Pieces between commas and "and", but for two verbs: "the server reads and writes to the disk"; brackets stay whole. */
export function fragmentsOf(sentence: string, isUnfinished: IsUnfinished = () => false): Fragment[] {
  return splitOutside(trimEndOf(sentence.trim(), '.!'), /\s*[,，、]\s*/).flatMap((part) => {
    const fragments: Fragment[] = [];
    let from = 0;
    for (const piece of splitOutside(part, AND)) {
      const text = piece.replace(LEAD, '');
      const start = part.indexOf(piece, from);
      const last = fragments.at(-1);
      if (last !== undefined && isUnfinished(last.text, text))
        last.text += part.slice(from, start + piece.length);
      else
        fragments.push({
          text,
          isListed: last === undefined,
          isJoined: last !== undefined || text !== piece,
        });
      from = start + piece.length;
    }
    return fragments;
  });
}
