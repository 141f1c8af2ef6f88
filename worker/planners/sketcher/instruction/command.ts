import { hasWords } from '../text/plain.ts';

/** Finds where the name of a diagram ends in a text; null when it names none. */
export type NameEnd = (text: string) => number | null;

const POLITE =
  /^(?:(?:hi|hello|hey)(?: (?:there|all|everyone|team))?|please|plz|pls|kindly|ok|okay|so|can you|could you|would you|will you|bitte|por favor)\b[\s,!]*/i;
const ARTICLE = '(?:(?:me|us|mir|uns|moi|nous|un|una|une|eine?n?|a|an|the)\\b\\s*)*';
/** Commands that are surely about a drawing. */
const DRAW = new RegExp(
  `^(?:draw|sketch|visuali[sz]e|map out|diagram|illustrate|explain|what (?:are|is)|zeichnen?|dibujar?|dessine[rz]?)\\b[\\s,!]*${ARTICLE}`,
  'i',
);
/** Commands that may as well be steps or cards, unless a diagram is named after them. */
const MAKE = new RegExp(
  `^(?:i(?:'d| would) like(?: you)?(?: to)?|(?:i |we )?(?:want|need)(?: you)?(?: to)?|let's|let us|help me(?: to)?|try to|something like|add|insert|create|make|build|generate|show|design|give|map|prepare|produce|do|get|put|set up|lay out|compare|group|sort|cluster|erstellen?|mach(?:e|en)?|crear?|crea|haz|cré(?:er?|ez)|faire|fais)\\b[\\s,!]*${ARTICLE}`,
  'i',
);
const NAMED =
  /^(?:[^\s.:;,\n]+ ){0,6}?(?:board|list|chart|diagram|map|canvas|plan|grid|table|tablero|tabla|tableau|Tafel|Liste)\b/i;
const TOLD_WHOM = /\b(?:me|us|mir|uns|moi|nous)\b\s*(?:an?|the|una?|une|eine?n?)?\s*$/i;

/** The text without "please draw me a …" before it. `nameEnd` tells whether what follows names a diagram. */
export function withoutCommand(text: string, nameEnd: NameEnd = () => null): string {
  let rest = text.trim();
  for (;;) {
    const shorter = shorterBy(POLITE, rest) ?? shorterBy(DRAW, rest) ?? withoutMake(rest, nameEnd);
    if (shorter === null) return rest;
    rest = shorter;
  }
}

function shorterBy(pattern: RegExp, text: string): string | null {
  const [said] = pattern.exec(text) ?? [];
  const rest = said === undefined ? text : text.slice(said.length);
  return rest === text || !hasWords(rest) ? null : rest;
}

function withoutMake(text: string, nameEnd: NameEnd): string | null {
  const rest = shorterBy(MAKE, text);
  if (rest === null) return null;
  const begin = rest.slice(0, 80);
  const isDrawing =
    DRAW.test(rest) ||
    withoutMake(rest, nameEnd) !== null ||
    TOLD_WHOM.test(text.slice(0, text.length - rest.length)) ||
    NAMED.test(begin) ||
    (nameEnd(begin.split(/[.:;,\n]/)[0] ?? '') !== null && !/^(?:compare|group|sort|cluster)\b/i.test(text));
  return isDrawing ? rest : null;
}
