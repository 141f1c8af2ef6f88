import { editDistance } from '../text/typos.ts';

/** Words that name diagrams and what they are often of; shorter ones are too easily taken for others. */
const WORDS =
  `flowchart diagram kanban timeline roadmap mindmap retrospective registration onboarding comparison hierarchy
  organization organisation structure architecture database journey customer process checkout brainstorm
  stakeholder milestone schedule swimlane workflow deployment recruiting password columns`.split(/\s+/);

/** Words of other languages that are right as they are. */
const RIGHT = new Set(
  'prozess proces proceso processo processus retrospektive architektur comparaison organizacion kolumne'.split(
    ' ',
  ),
);

/** How far into a text its opening may reach, in UTF-16 units. */
const OPENING = 120;

/** The text with misspelt names of diagrams in its opening put right: "flowchrt" is "flowchart". */
export function correctOpening(text: string): string {
  const end = text.slice(0, OPENING).search(/[:\n]/);
  const opening = text.slice(0, end === -1 ? OPENING : end);
  return (
    opening.replace(/(?<![\p{L}\p{N}])[a-z]{5,14}(?![\p{L}\p{N}])/giu, correct) + text.slice(opening.length)
  );
}

function correct(word: string): string {
  const lower = word.toLowerCase();
  const near =
    WORDS.includes(lower) || RIGHT.has(lower) ? undefined : WORDS.find((known) => isMisspelt(lower, known));
  if (near === undefined) return word;
  return lower[0] === word[0] ? near : near.charAt(0).toUpperCase() + near.slice(1);
}

/** One letter wrong, or two in a long word; the same word with another ending is right as it is. */
function isMisspelt(word: string, known: string): boolean {
  if (word === known || word.startsWith(known.slice(0, -1)) || known.startsWith(word)) return false;
  if (Math.abs(word.length - known.length) > 2) return false;
  return editDistance(word, known) <= (known.length >= 9 ? 2 : 1);
}
