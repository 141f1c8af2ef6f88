import type { Box, EditedCanvas } from './editedCanvas.ts';
import { featuresOf } from './likeness.ts';

/** A phrase without the condition that it ends in, and what that says of an object. */
export type Conditioned = { rest: string; holds(box: Box, canvas: EditedCanvas): boolean };

type Reader = (words: string) => Conditioned['holds'];

const plainOf = (text: string) => featuresOf(text).plain;
const wordsIn = (text: string) => ` ${plainOf(text)} `;

const STARTS =
  /\s(?:(?:that|which|whose\s+(?:text|name|title))\s+)?(?:starts?|starting|begins?|beginning)\s+(?:with|in)\s+|\s(?:die|deren\s+\S+)\s+mit\s+(?=.+\s(?:beginnen|anfangen)$)|\squi\s+commencent\s+par\s+|\sque\s+(?:empiezan|comienzan)\s+(?:con|por)\s+/i;
const ENDS =
  /\s(?:(?:that|which|whose\s+(?:text|name|title))\s+)?(?:ends?|ending)\s+(?:with|in|on)\s+|\sdie\s+mit\s+(?=.+\s(?:enden|aufhören)$)|\squi\s+(?:finissent|terminent)\s+par\s+|\sque\s+terminan\s+(?:con|en)\s+/i;
const LACKS =
  /\s(?:(?:that|which)\s+)?(?:(?:do|does)(?:n['’]?t|\s+not)\s+(?:contain|include|mention|have)|not\s+(?:containing|including|mentioning)|without)\s+(?:the\s+)?(?:words?\s+|texts?\s+)?/i;
const CONTAINS =
  /\s(?:(?:that|which|whose\s+(?:text|name|title))\s+)?(?:contains?|containing|includes?|including|mentions?|mentioning)\s+(?:the\s+)?(?:words?\s+|texts?\s+)?|\sdie\s+(?:das\s+wort\s+)?(?=.+\s(?:enthalten|enthält)$)|\squi\s+contiennent\s+(?:le\s+mot\s+)?|\sque\s+(?:contienen|contengan)\s+(?:la\s+palabra\s+)?/i;
const WORD =
  /\s(?:(?:with|having|that\s+(?:have|has|use))\s+the\s+words?|mit\s+dem\s+wort|avec\s+le\s+mot|con\s+la\s+palabra)\s+|\swith\s+(?=.+\sin\s+(?:it|them|the\s+text)$)/i;
const LENGTH =
  /\s(?:(?:that|which)\s+(?:is|are|have|has)\s+|with\s+(?:a\s+text\s+)?)?(longer|shorter|more|fewer|less)\s+than\s+(?=\d)|\s(länger|kürzer|plus\s+longs?|más\s+larg[oa]s?)\s+(?:als|que|de)\s+(?=\d)/i;
const LOOSE =
  /\s(?:(?:that|which)\s+)?(?:(?:is|are)(?:n['’]?t|\s+not)\s+(?:connected|linked|joined)(?:\s+to\s+(?:anything|any\s+\S+))?|(?:without|with\s+no|have\s+no|has\s+no)\s+(?:arrows?|connections?|connectors?|lines?))$/i;

const LEAF =
  /^(?:the\s+|all\s+)*(?:leaf(?:\s+\S+)?|leaves|blätter|feuilles|hojas)$|\s(?:without|with\s+no|(?:that|who)\s+have\s+no)\s+(?:children|reports|branches|sub-?topics|subordinates|successors?)$/i;

/** Text conditions by what they begin with. Case, accents and punctuation don't count. */
const CONDITIONS: readonly (readonly [begin: RegExp, reader: Reader])[] = [
  [STARTS, (words) => (box) => plainOf(box.text).startsWith(plainOf(words))],
  [ENDS, (words) => (box) => plainOf(box.text).endsWith(plainOf(words))],
  [LACKS, (words) => (box) => !plainOf(box.text).includes(plainOf(words))],
  [WORD, (words) => (box) => wordsIn(box.text).includes(wordsIn(words))],
  [CONTAINS, (words) => (box) => plainOf(box.text).includes(plainOf(words))],
];

const CLOSING_VERB = /\s(?:beginnen|anfangen|enden|aufhören|enthalten|enthält|in\s+(?:it|them|the\s+text))$/i;

/** Reads what a phrase says of texts: "notes that start with B"; null if it says nothing of them. */
export function readTextCondition(phrase: string, show: (words: string) => string): Conditioned | null {
  const loose = LOOSE.exec(phrase);
  if (loose !== null) {
    const holds: Conditioned['holds'] = ({ id }, canvas) => canvas.linesAt(id).length === 0;
    return { rest: phrase.slice(0, loose.index), holds };
  }
  if (LEAF.test(phrase)) {
    const holds: Conditioned['holds'] = ({ id }, canvas) =>
      canvas.linesTo(id).length > 0 && canvas.linesFrom(id).length === 0;
    return { rest: 'all shapes', holds };
  }
  const length = LENGTH.exec(phrase);
  if (length !== null) return lengthCondition(phrase, length);
  for (const [begin, reader] of CONDITIONS) {
    const at = begin.exec(phrase);
    if (at === null) continue;
    const words = show(phrase.slice(at.index + at[0].length).replace(CLOSING_VERB, ''));
    if (plainOf(words) !== '') return { rest: phrase.slice(0, at.index), holds: reader(words) };
  }
  return null;
}

/** "Longer than 20 characters", "with more than three words": of characters where nothing else is said. */
function lengthCondition(phrase: string, { index, 0: begin }: RegExpExecArray): Conditioned {
  const after = phrase.slice(index + begin.length);
  const limit = Number.parseInt(after, 10);
  const isOfWords = /^\d+\s+(?:words?|wörter|mots|palabras)\b/i.test(after);
  const isLess = /shorter|fewer|less|kürzer/i.test(begin);
  const lengthOf = ({ text }: Box) => (isOfWords ? plainOf(text).split(' ').length : [...text].length);
  return {
    rest: phrase.slice(0, index),
    holds: (box) => (isLess ? lengthOf(box) < limit : lengthOf(box) > limit),
  };
}
