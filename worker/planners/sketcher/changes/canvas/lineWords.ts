import { LINE_NOUN } from '../language/words.ts';

const DETERMINER =
  'the|all|every|each|both|an?|any|its|of|le|la|les|l|die|der|den|das|el|los|las|une?|un|dashed|dotted|solid|new|two|three';
const LINES = new RegExp(`^(?:(?:${DETERMINER})\\s+)*(?:(?<=\\s)\\S+\\s+)?(?:${LINE_NOUN})(?:\\s|$)`, 'iu');

/** Whether a phrase names connectors: "all arrows", "the dashed line from A to B". */
export function namesLines(phrase: string): boolean {
  return LINES.test(phrase.trim());
}
