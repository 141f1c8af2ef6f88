import { label } from '../../text/plain.ts';
import { trimEndOf } from '../../text/trimEnd.ts';

/** Longest question, in UTF-16 units: a question mark still has room behind it. */
const MAX_QUESTION = 190;

const STATEMENT =
  /^((?:the|an?|all|any|our|their|your|my)(?:\s+[^\s,]+){1,4}?|\S+)\s+(is|are|was|were|has been|have been)\s+(.+)$/i;
const ASKING = /^(?:is|are|does|do|did|has|have|can|will|who|what|which|how|when|where|why)\b/i;

/** A condition as the question on a diamond: "the order is in stock" is "Is the order in stock?". */
export function questionOf(condition: string): string {
  const bare = trimEndOf(condition, '.,?!？ ')
    .replace(/^(?:it|this|that|they|he|she)\s+(?:is|are|was|were|has been|have been)\s+/i, '')
    .replace(/^(?:it|this|that|they|he|she)\s+(?=still|can|could|does|do|has|have|will|\p{L}+s\b)/iu, '')
    .trim();
  const german = /^(?:sie|er|es|das)\s+(.+?)\s+(?:ist|sind|wird|werden)$/i.exec(bare)?.[1];
  if (german !== undefined) return `${label(german, MAX_QUESTION)}?`;
  const [, thing, verb, rest] = ASKING.test(bare) || / and /i.test(bare) ? [] : (STATEMENT.exec(bare) ?? []);
  if (thing === undefined || verb === undefined)
    return `${label(bare.replace(/^(?:the|an?|die|der|das|el|la|le)\s+/i, ''), MAX_QUESTION)}?`;
  const [first, second] = verb.split(' ');
  return `${label([first, thing, second, rest].filter(Boolean).join(' '), MAX_QUESTION)}?`;
}
