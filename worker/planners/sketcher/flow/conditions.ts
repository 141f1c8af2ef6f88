import { label } from '../text/plain.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { isVerb } from '../text/verbs.ts';

/** A condition found in a clause, with what follows from it there. */
export type Condition = {
  text: string;
  negated: boolean;
  met: string[];
  /** Whether the clause holds the consequence too ("retry if it fails"), so that nothing more belongs to it. */
  closed: boolean;
};

const LEADING = /^(?:if|in case(?: of)?|when(?:ever)?|should|on|upon|falls|wenn|si)\s+(.+)$/i;
const LEADING_NOT = /^unless\s+(.+)$/i;
const TRAILING = /^(.{3,}?),?\s+(if|unless|in case(?: of)?|when)\s+(.+)$/i;
const FAILS =
  /(?<!\p{L})(?:fail(?:s|ed|ures?)?|errors?|declined?|den(?:y|ied|ies)|reject(?:s|ed|ion)?|invalid|expire[sd]?|wrong|incorrect|missing|unavailable|broken?|timed? ?out|times out|time-?out|cancel(?:s|led|ed)?|abandon(?:s|ed)?|unhappy|red|overdue|insufficient|low|out of|not|no|never|can(?:no|')t|doesn't|don't|isn't|unsuccessful|bounces?|incomplete|conflicts?|problems?|issues?|bugs?|complain(?:s|ts?)?|fehl\p{L}*|scheitert|ungültig|abgelehnt|falla|inválid[oa]|rechazad[oa]|échoue|refusée?)(?![\p{L}])/iu;

const SUCCEEDS =
  /\b(?:approv(?:ed|al)|accept(?:ed|s)|(?<!in)valid|success(?:ful)?|succeeds?|pass(?:es|ed)?|ok|correct|confirmed|paid|available|in stock|works?|healthy|green|complete|verified|ready|agrees?|match(?:es)?|reproducible)\b/i;

/** Whether a condition speaks of something that went right, so that its opposite is a failure. */
export function isSuccess(condition: string): boolean {
  return SUCCEEDS.test(condition) && !isFailure(condition);
}

/** Whether a condition speaks of something that went wrong. */
export function isFailure(condition: string): boolean {
  return FAILS.test(condition);
}

/** Reads "if …", "unless …", "on error", and "… if …"; null when the clause has no condition. */
export function readCondition(clause: string): Condition | null {
  const leading = LEADING.exec(clause);
  const eventOnly = /^(?:on|upon|when(?:ever)?|should)\b/i.test(clause);
  if (leading?.[1] !== undefined && (!eventOnly || isFailure(leading[1]) || /\bsuccess/i.test(leading[1])))
    return open(leading[1], false);
  const unless = LEADING_NOT.exec(clause);
  if (unless?.[1] !== undefined) return open(unless[1], true);
  const trailing = TRAILING.exec(clause);
  if (trailing?.[1] === undefined || trailing[3] === undefined) return null;
  const word = trailing[2]?.toLowerCase() ?? '';
  if (word === 'when' && !isFailure(trailing[3])) return null;
  return { ...flip(trailing[3], word === 'unless'), met: [trailing[1]], closed: true };
}

/** "payment fails retry" holds its consequence without a comma. */
function open(rest: string, negated: boolean): Condition {
  const colon = /^([^:]+):\s*(.+)$/.exec(rest);
  if (colon?.[1] !== undefined && colon[2] !== undefined)
    return { ...flip(colon[1], negated), met: [colon[2]], closed: false };
  const words = rest.split(' ');
  const actor = words.findIndex(
    (word, place) => place > 0 && /^(?:we|you|they|I)$/i.test(word) && isVerb(words[place + 1] ?? ''),
  );
  if (actor !== -1) {
    const step = words.slice(actor + 1).join(' ');
    return { ...flip(words.slice(0, actor).join(' '), negated), met: [step], closed: false };
  }
  const at = words.findIndex(
    (word, place) => place >= 1 && isVerb(word) && isEndOfCondition(words[place - 1] ?? ''),
  );
  if (at === -1) return { ...flip(rest, negated), met: [], closed: false };
  return { ...flip(words.slice(0, at).join(' '), negated), met: [words.slice(at).join(' ')], closed: false };
}

const isEndOfCondition = (word: string): boolean =>
  /^(?:[a-z]{3,}ed|fails?|invalid|expire[sd]?|wrong|missing|ok|valid|passe[sd]|unavailable|incorrect|successful|succeeds?|yes|no|available|complete|ready)$/i.test(
    word,
  );

/** "not approved" is "approved", negated. */
function flip(text: string, negated: boolean): { text: string; negated: boolean } {
  const bare = text
    .replace(/^(?:it|this|that|they|he|she)\s+(?:is|are|was|were|has been|have been)\s+/i, '')
    .replace(/^(?:it's|they're)\s+/i, '');
  const positive = bare
    .replace(/^not\s+/i, '')
    .replace(/\b(is|are|was|were|does|do|has|have)(?:n't| not)\b/i, '$1');
  return positive === bare ? { text: bare, negated } : { text: positive, negated: !negated };
}

/** A condition as the question on a diamond: "the order is in stock" is "Is the order in stock?". */
export function questionOf(condition: string): string {
  const bare = trimEndOf(condition, '.?!？ ')
    .replace(/^(?:it|this|that|they)\s+(?=can|could|does|do|has|have|will)/i, '')
    .trim();
  const statement =
    /^((?:the|an?|all|any|our|their|your|my)\s+.+?|\S+)\s+(is|are|was|were|has been|have been)\s+(.+)$/i.exec(
      bare,
    );
  if (
    statement !== null &&
    !/^(?:is|are|does|do|did|has|have|can|will|who|what|which|how|when|where|why)\b/i.test(bare)
  ) {
    const verb = statement[2] ?? '';
    const turned = / /.test(verb)
      ? `${verb.split(' ')[0]} ${statement[1]} been ${statement[3]}`
      : `${verb} ${statement[1]} ${statement[3]}`;
    return `${label(turned, 190)}?`;
  }
  return `${label(bare.replace(/^(?:the|an?|die|der|das|el|la|le)\s+/i, ''), 190)}?`;
}
