import { splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { nounOf } from './predicate.ts';

/** "from A to B on start", "a waiting ticket goes back to in progress when the customer answers". */
export type Transition = { from: string; to: string; label: string | null };

const EVENT = String.raw`(?:\s+((?:when|if|on|upon|once|after|as soon as|by|whenever|unless|via)\s.+))?`;
const MOVES = String.raw`(?:(?:can|may|must|then|also)\s+)*(?:goes?|moves?|changes?|switch(?:es)?|turns?|transitions?|returns?|is (?:sent|moved|set)|falls?|comes?|becomes?)`;
const FROM_TO = new RegExp(
  String.raw`^(?:.{0,60}\s)?from\s+(.{1,60}?)\s+(?:back\s+)?(?:in)?to\s+(.{1,60}?)${EVENT}$`,
  'i',
);
const MOVES_TO = new RegExp(
  String.raw`^((?:(?!\s(?:when|if|on|once|after)\s).){1,60}?)\s+${MOVES}\s+(?:back\s+)?(?:(?:in)?to\s+)?(.{1,60}?)${EVENT}$`,
  'i',
);
const TO = new RegExp(String.raw`^(.{1,40}?)\s+(?:back\s+)?to\s+(.{1,40}?)${EVENT}$`, 'i');
/** Longest part of a sentence that is a transition, in characters. */
const longest = 240;

/** The transition that each part of a sentence tells; null where one tells none. */
export function transitionsIn(sentence: string): (Transition | null)[] {
  return splitOutside(
    trimEndOf(sentence, '. '),
    /\s*[,，、]\s*(?:(?:and|then)\s+)*|\s+and\s+(?=from\s)/i,
  ).map(transitionIn);
}

/** Whether every part of all sentences is a transition with its event: "open to closed when it rains". */
export function areTransitions(sentences: readonly string[]): boolean {
  const transitions = sentences.flatMap(transitionsIn);
  return transitions.length > 1 && transitions.every((each) => each !== null && each.label !== null);
}

function transitionIn(text: string): Transition | null {
  if (text.length > longest) return null;
  const [, from, to, event] = FROM_TO.exec(text) ?? MOVES_TO.exec(text) ?? TO.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const label = event?.replace(/^(?:on|upon|via|by)\s+(?:the\s+|an?\s+)?/i, '') ?? null;
  return { from: nounOf(from), to: nounOf(to), label };
}
