import { isVerb } from '../../text/verbs.ts';
import { isWrong } from '../model/conditions.ts';

/** A condition found in a clause, with what follows from it there. */
export type Condition = {
  text: string;
  negated: boolean;
  met: string[];
  /** Whether the clause holds the consequence too ("retry if it fails"), so that nothing more belongs to it. */
  closed: boolean;
  /** Whether it is one range of several of an amount. */
  isAmount?: true;
};

const LEADING = /^(?:if|in case(?: of)?|when(?:ever)?|should|on|upon|falls|wenn|si)\s+(.+)$/i;
/** Conditions in Chinese and Japanese. */
const UNSPACED =
  /^(?:如果|若是|假如|当)(.+?)(?:的话|时)?$|^(?:もし)?(.+?)(?:ならば|なら|たら|れば|(?:の)?場合は?)$/u;
const LEADING_NOT = /^unless\s+(.+)$/i;
const TRAILING = /^(.{3,}?),?\s+(if|unless|in case(?: of)?|when)\s+(.+)$/i;
/** "Gibt es keine Bestellung, …": a condition that German begins with its verb. */
const VERB_FIRST =
  /^(?:Gibt|Ist|Sind|Hat|Haben|Wird|Werden|Stimmt|Stimmen|Liegt|Liegen|Fehlt|Fehlen|Reicht|Kann|Passt|Kommt|Sollte)\s/;

/** Reads such a condition, which is a question already; null for other phrases. */
export function readVerbFirst(phrase: string): Condition | null {
  if (!VERB_FIRST.test(phrase)) return null;
  const text = phrase.replace(/\bkein(e[nrms]?)?\b/, 'ein$1').replace(/\bnicht\s+/, '');
  return { text, negated: text !== phrase, met: [], closed: false };
}

/** Reads "if …", "unless …", "on error", and "… if …"; null when the clause has no condition. */
export function readCondition(clause: string): Condition | null {
  const unspaced = UNSPACED.exec(clause);
  if (unspaced !== null)
    return { text: (unspaced[1] ?? unspaced[2] ?? '').trim(), negated: false, met: [], closed: false };
  const leading = LEADING.exec(clause);
  const eventOnly = /^(?:on|upon|when(?:ever)?|should)\b/i.test(clause);
  if (
    leading?.[1] !== undefined &&
    (!eventOnly || isWrong(leading[1], false) || /\bsuccess/i.test(leading[1]))
  )
    return open(leading[1], false);
  const unless = LEADING_NOT.exec(clause);
  if (unless?.[1] !== undefined) return open(unless[1], true);
  const trailing = TRAILING.exec(clause);
  if (trailing?.[1] === undefined || trailing[3] === undefined) return null;
  const word = trailing[2]?.toLowerCase() ?? '';
  if (word === 'when' && !isWrong(trailing[3], false)) return null;
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
