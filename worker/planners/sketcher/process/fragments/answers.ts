import { ARROW } from '../../reading/evidence.ts';
import { splitCommas, splitOutside } from '../../text/split.ts';
import { isVerb } from '../../text/verbs.ts';
import { readSentences as readWords } from '../words/readWords.ts';
import { BARE_ANSWER, ELSE, YES } from './phrases.ts';
import { stripLead } from './stepsOf.ts';

/** The side of a decision that a phrase begins with, and what is done there. */
export type Answer = { isYes: boolean; rest: string };

/** The answer or "otherwise" that a phrase begins with; null for others. `isAsked`: whether a question stands before it. */
export function answerOf(fragment: string, isAsked: boolean): Answer | null {
  const no = ELSE.exec(fragment);
  if (no !== null) {
    const rest = fragment.slice(no[0].length);
    return deniesMore(fragment, rest) ? null : { isYes: false, rest };
  }
  const yes = YES.exec(fragment);
  if (yes !== null) return { isYes: true, rest: fragment.slice(yes[0].length) };
  const bare = isAsked ? BARE_ANSWER.exec(fragment) : null;
  if (bare === null) return null;
  return { isYes: /^(?:yes|ja|oui|sí)/i.test(fragment), rest: fragment.slice(bare[0].length) };
}

/** "If not paid, …" is a condition of its own; "if not, …" and "if no call …" are the other side of one. */
const deniesMore = (fragment: string, rest: string): boolean =>
  /^if not?\b(?!\s*[,:])/i.test(fragment) && rest !== '' && !ACTOR.test(rest) && !isOrder(rest);

/** "If not we send it back": somebody does something, so that nothing more is denied. */
const ACTOR = /^(?:I|we|you|they|he|she)\s\p{L}/iu;

/** "Grind again", but not "answer arrives". */
function isOrder(text: string): boolean {
  const [first = '', next = ''] = text.split(' ', 2);
  const canBeOrdered = isVerb(first) || readWords(first)[0]?.[0]?.tags.has('Infinitive') === true;
  return canBeOrdered && !/^\p{Ll}{2,}[^su\P{Ll}]s$/u.test(next);
}

/** Words that a question begins with. */
const ASKING = /^(?:is|are|was|were|does|do|did|has|have|can|could|will|should|which|who|what|how)\b/i;

/** The question at the end of a sentence, and the steps before it: "alert, triage, is it severe?". */
export function questionIn(sentence: string): { earlier: string[]; asked: string } {
  const parts = splitOutside(sentence, ARROW);
  const listed = splitCommas(parts.at(-1) ?? sentence).map(stripLead);
  const asked = listed.at(-1) ?? sentence;
  // "Are size, colour and price right?" is one question.
  if (!ASKING.test(asked)) return { earlier: parts.slice(0, -1), asked: parts.at(-1) ?? sentence };
  return { earlier: [...parts.slice(0, -1), ...listed.slice(0, -1)], asked };
}
