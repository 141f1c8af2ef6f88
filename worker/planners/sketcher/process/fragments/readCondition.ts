import { isRange } from '../../text/range.ts';
import { CHECKING } from '../clauses/markers.ts';
import { type Asked, isWrong } from '../model/conditions.ts';
import { thirdPersonOf } from '../words/inflect.ts';
import { splitCondition } from './splitCondition.ts';
import { splitGermanCondition } from './splitGermanCondition.ts';

/** A condition found in a phrase, with what follows from it there. */
export type Condition = {
  asked: Asked;
  /** The condition as it was written, and whether "unless" leads to it. */
  written: string;
  isUnless: boolean;
  /** The step that the phrase holds, too; '' for none. */
  met: string;
  /** Whether the step stands before the condition ("retry if it fails"), so that nothing more belongs to it. */
  closed: boolean;
};

const LEADING =
  /^(?:only\s+)?(?:if|in case(?: of| that)?|in the event of|when(?:ever)?|should|on|upon|after|falls|wenn|sofern|si|en caso de|en cas de|bei|nach)\s+(.+)$/i;
/** What only something that went wrong, or well, is the condition of: all else is an event. */
const EVENT = /^(?:on|upon|when(?:ever)?|should|after|bei|nach)\b/i;
/** Conditions in Chinese and Japanese. */
const UNSPACED =
  /^(?:如果|若是|假如|当)(.+?)(?:的话|时)?$|^(?:もし)?(.+?)(?:ならば|なら|たら|れば|(?:の)?場合は?)$/u;
const UNLESS = /^(?:unless|es sei denn,?|außer wenn|à moins que|a menos que|sauf si|salvo que)\s+(.+)$/i;
const TRAILING = /^(.{3,}?),?\s+(only if|if|unless|in case(?: of)?|when|falls|wenn)\s+(.+)$/i;
/** "Gibt es keine Bestellung, …": a condition that German begins with its verb. */
const VERB_FIRST =
  /^(?:Gibt|Ist|Sind|Hat|Haben|Wird|Werden|Stimmt|Stimmen|Liegt|Liegen|Fehlt|Fehlen|Reicht|Kann|Passt|Kommt|Sollte)\s/;

/** Reads such a condition, which is a question already; null for other phrases. */
export function readVerbFirst(phrase: string): Condition | null {
  return VERB_FIRST.test(phrase) ? conditionOf(phrase, false) : null;
}

/** Reads "if …", "unless …", "on error", and "… if …"; null when the phrase has no condition. */
export function readCondition(phrase: string): Condition | null {
  const [, ...unspaced] = UNSPACED.exec(phrase) ?? [];
  const plain = unspaced.find((each) => each !== undefined);
  if (plain !== undefined) return conditionOf(plain.trim(), false);
  const leading = LEADING.exec(phrase)?.[1];
  if (leading !== undefined && (!EVENT.test(phrase) || isWrong(leading, false) || /\bsuccess/i.test(leading)))
    return withStep(leading, false);
  const unless = UNLESS.exec(phrase)?.[1];
  if (unless !== undefined) return withStep(unless, true);
  const [, met, word = '', trailing] = TRAILING.exec(phrase) ?? [];
  if (met === undefined || trailing === undefined || CHECKING.test(met)) return null;
  if (/^when$/i.test(word) && !isWrong(trailing, false)) return null;
  return { ...conditionOf(trailing, /^unless$/i.test(word)), met, closed: true };
}

/** "Payment fails: retry" holds its step. */
function withStep(rest: string, isNegated: boolean): Condition {
  const [, condition = rest, met = ''] = /^([^:]+):\s*(.+)$/.exec(rest) ?? [];
  return { ...conditionOf(condition, isNegated), met };
}

/** "If payment fails retry": a condition with the step that no comma parts from it. */
export function withUnmarkedStep(condition: Condition, phrase: string): Condition {
  const splitting = GERMAN.test(phrase) ? splitGermanCondition : splitCondition;
  const split = condition.met === '' ? splitting(condition.written) : null;
  return split === null ? condition : { ...conditionOf(split[0], condition.isUnless), met: split[1] };
}

const GERMAN = /^(?:wenn|falls|sofern)\s/i;

const NEGATIONS: readonly [RegExp, string | ((...match: string[]) => string)][] = [
  [/^not\s+/i, ''],
  [/^there (?:is|are) (?:no|not enough)\s+/i, ''],
  [/\bdoes(?:n['’]?t| not)\s+(\p{L}+)/iu, (_, verb = '') => thirdPersonOf(verb)],
  [/\b(?:do|did)(?:n['’]?t| not)\s+/i, ''],
  [/\b(is|are|was|were|has|have|can|could|will)(?:n['’]?t| not)\b/i, '$1'],
  [/\bcannot\b/i, 'can'],
  [/\bkein(e[nrms]?)?\b/, 'ein$1'],
  [/(?<!\p{L})nicht\s+/u, ''],
  [/(?<!\p{L})(?:ne\s+|n['’])(.+?)\s+pas(?!\p{L})/iu, '$1'],
  [/^no\s+(?!one\b|longer\b|more\b)(?=\p{L})/iu, ''],
  [/^(?:不|没有?|未|无)/u, ''],
];

/** "Not approved" is "approved", negated. */
function conditionOf(written: string, isUnless: boolean): Condition {
  const condition = { written, isUnless, met: '', closed: false };
  const bare = written
    .replace(/^(?:it|this|that|they|he|she)\s+(?:is|are|was|were|has been|have been)\s+/i, '')
    .replace(/^(?:it's|they're|there (?:is|are)(?! no)(?: an?)?)\s+/i, '');
  const negation = NEGATIONS.find(([pattern]) => pattern.test(bare));
  if (negation === undefined) return { ...condition, asked: { condition: bare, isNegated: isUnless } };
  const positive = bare.replace(negation[0], negation[1] as string);
  return { ...condition, asked: { condition: positive, isNegated: !isUnless } };
}

const AMOUNT =
  /^((?:(?:under|over|above|below|up to|at most|at least|more than|less than|from|between|within|until|from)\s+)?[\d.,]*\d(?:\s*(?:to|-|–|and)\s*[\d.,]*\d)?\s*(?:%|€|\$|£|(?:euros?|dollars?|pounds?|days?|hours?|minutes?|weeks?|kg|km|points?|percent|usd|eur|items?|pieces?|people)\b)?(?:\s+or\s+(?:more|less))?)\s*(?::|->|→)?\s+(.+)$/i;

/** "Under 100 euro auto approve, 100 to 1000 …": several amounts of a sentence, of which each is a case of its own. */
export function readAmount(fragment: string): Condition | null {
  const [, condition, met] = AMOUNT.exec(fragment) ?? [];
  if (condition === undefined || met === undefined || !isRange(condition)) return null;
  return { ...conditionOf(condition, false), met };
}
