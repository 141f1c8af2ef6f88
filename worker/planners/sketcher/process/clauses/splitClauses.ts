import { isVerb } from '../../text/verbs.ts';
import { thirdPersonOf } from '../words/inflect.ts';
import type { Word } from '../words/readWords.ts';
import {
  isDeterminer,
  isModal,
  isNoun,
  isParticiple,
  isPreposition,
  isSubjectPronoun,
  isThirdPerson,
} from '../words/wordClasses.ts';
import { findVerb, type Shared, type Verb } from './findVerb.ts';
import { isConditional, type Link, withoutMarkers, withoutParallel } from './markers.ts';
import { piecesOf } from './pieces.ts';

/** A part of a sentence with a verb of its own, or a condition. */
export type Clause = {
  link: Link | null;
  /** Whether it happens at the same time as what stands before it, or as all of its sentence. */
  isParallel: boolean;
  /** What stands before the clause and has no verb: "For larger claims". */
  lead: readonly Word[];
  words: readonly Word[];
  /** Whether "and" leads to it. */
  isAnd: boolean;
  /** Whether "which" leads to it. */
  isThing: boolean;
  verb: Verb | null;
  /** The subject; empty for a command, and where it is that of the clause before. */
  subject: readonly Word[];
};

/** Takes a sentence apart into its clauses; a piece without a verb belongs to the clause before it. */
export function splitClauses(sentence: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let lead: Word[] = [];
  let begun: Word[] = [];
  const pieces = piecesOf(sentence);
  for (const [at, part] of pieces.entries()) {
    const piece = [...begun, ...part];
    begun = [];
    const clause = readPiece(piece, asCondition(clauses), lead);
    if (clause?.verb == null && isCompound(piece, pieces[at + 1], clauses.at(-1))) {
      begun = piece;
      continue;
    }
    if (clause !== null) {
      clauses.push(...withLead(clause, lead, piece));
      lead = [];
    } else {
      const last = clauses.at(-1);
      if (last === undefined || isLeading(piece, last)) lead = [...lead, ...piece];
      else clauses[clauses.length - 1] = { ...last, words: [...last.words, ...piece] };
    }
  }
  const [only, ...others] = clauses;
  // "After two weeks they talk": what follows from it stands in it.
  if (only === undefined || (only.link === 'when' && others.length === 0))
    return commandOf(sentence).map((clause) => ({ ...clause, verb: null }));
  return [...clauses, ...(isCondition(clauses.at(-1)) ? commandOf(lead) : [])];
}

/** A clause, and what stands before "and" as a command: "brush teeth and, if …", "orientation and training". */
function withLead(clause: Clause, lead: readonly Word[], piece: readonly Word[]): Clause[] {
  const [first] = lead;
  if (first === undefined || !clause.isAnd || isPreposition(first)) return [clause];
  if (isCondition(clause)) return [...commandOf(lead), { ...clause, lead: [] }];
  return clause.link === null ? commandOf([...lead, ...piece]) : [clause];
}

/**
 * "Brush teeth and, if there is time, …", "if nobody answers, page the boss": what stands before or behind a condition
 * is done, although no verb shows it.
 */
function commandOf(words: readonly Word[]): Clause[] {
  const verb = { at: 0, main: 0, isPassive: false, isState: false, isNegated: false, modal: null };
  const plain = { link: null, isParallel: false, isAnd: false, isThing: false, lead: [], subject: [] };
  return words.length === 0 ? [] : [{ ...plain, words, verb }];
}

/** The last clause; "and b," of "if a, and b, …" as the condition that it continues. */
function asCondition(clauses: readonly Clause[]): Clause | undefined {
  const [before, last] = [clauses.at(-2), clauses.at(-1)];
  const isContinued =
    last?.isAnd === true &&
    last.link === null &&
    isCondition(before) &&
    /,/.test(last.words.at(-1)?.after ?? '');
  return isContinued && before !== undefined ? { ...last, link: before.link } : last;
}

/** "the lead and a colleague hold …": the first part of a subject of several. */
function isCompound(
  piece: readonly Word[],
  next: readonly Word[] | undefined,
  last: Clause | undefined,
): boolean {
  if (next?.[0]?.lower !== 'and' || piece.at(-1)?.after !== '') return false;
  if (withoutMarkers(next).link !== null) return false;
  const whole = readPiece([...piece, ...next], last, []);
  return whole?.verb != null && whole.subject.some(({ lower }) => lower === 'and');
}

/** "If approved, after the call, x": what follows a condition and has no verb leads on to what follows from it. */
const isLeading = (piece: readonly Word[], last: Clause): boolean =>
  isCondition(last) &&
  (last.words.at(-1)?.after ?? '') !== '' &&
  piece[0]?.lower !== 'and' &&
  piece[0]?.lower !== 'or';

function readPiece(piece: readonly Word[], before: Clause | undefined, lead: readonly Word[]): Clause | null {
  const marked = withoutMarkers(piece);
  const { isParallel, rest } = withoutParallel(marked.rest);
  const again = withoutMarkers(rest);
  const link =
    marked.link ??
    again.link ??
    (isInversion(again.rest) ? 'if' : isRelative(again.rest, before) ? 'relative' : null);
  const isTurned = link === 'if' && marked.link === null && again.link === null;
  const words = isTurned
    ? asStatement(again.rest.slice(1))
    : link === 'relative'
      ? again.rest.slice(1)
      : again.rest;
  const isThing = again.rest[0]?.lower === 'which';
  const isAnd = piece[0]?.lower === 'and';
  const shared = link === 'relative' ? RELATIVE : sharedWith(before, link);
  const verb =
    findVerb(words, shared) ??
    (isCondition(before) || before === undefined || link === 'else'
      ? commandIn(words, link === 'else', lead.length > 0 || before !== undefined)
      : null);
  const withoutVerb = link === 'if' || link === 'unless' || link === 'else' || link === 'so';
  if (verb === null && !withoutVerb) return null;
  if (link === 'reason') return { link, isParallel, lead, words, isAnd, isThing, verb, subject: [] };
  return {
    link,
    isParallel,
    lead,
    words,
    isAnd,
    isThing,
    verb,
    subject: verb === null ? [] : words.slice(0, verb.at),
  };
}

/** "the candidate decline" of "Should the candidate decline" as "the candidate declines". */
function asStatement(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(
    (word, place) =>
      place > 0 && word.canBeVerb && !isDeterminer(words[place - 1] as Word) && !isThirdPerson(word),
  );
  const before = words[at - 1];
  if (before === undefined || before.tags.has('Plural')) return words;
  return words.map((word, place) =>
    place === at ? { ...word, text: thirdPersonOf(word.text), lower: thirdPersonOf(word.lower) } : word,
  );
}

const isCondition = (clause: Clause | undefined): boolean => isConditional(clause?.link ?? null);

const isNounOnly = (word: Word): boolean => isNoun(word) && !word.canBeVerb && word.text !== word.lower;

/** "check stock": a usual verb of a step at the beginning, where nothing else is a verb. */
function commandIn([first, second]: readonly Word[], isSure: boolean, isBehind: boolean): Verb | null {
  if (first === undefined || isDeterminer(first) || isNounOnly(first)) return null;
  const isUsual = isVerb(first.lower) || (isBehind && first.canBeVerb && second !== undefined);
  if (!isSure && (isThirdPerson(first) || !isUsual)) return null;
  return { at: 0, main: 0, isPassive: false, isState: false, isNegated: false, modal: null };
}

const RELATIVE: Shared = { allowsBase: true, allowsParticiple: false, isThird: true };

/** "Should the candidate decline, …". */
const isInversion = ([first, second]: readonly Word[]): boolean =>
  first?.lower === 'should' &&
  second !== undefined &&
  (isDeterminer(second) || isNoun(second) || isSubjectPronoun(second));

function isRelative([first]: readonly Word[], before: Clause | undefined): boolean {
  return (
    first !== undefined &&
    /^(?:who|which|where)$/.test(first.lower) &&
    before !== undefined &&
    /,/.test(before.words.at(-1)?.after ?? '')
  );
}

/** The forms that a verb may have whose subject is that of the clause before. */
function sharedWith(before: Clause | undefined, link: Link | null): Shared | null {
  if (before?.verb == null || link === 'if' || link === 'unless') return null;
  if (isCondition(before))
    return {
      allowsBase: true,
      allowsParticiple: before.verb.isPassive || before.verb.isState,
      isThird: true,
    };
  const { verb, words } = before;
  const main = words[verb.main];
  const isBase =
    verb.modal !== null ||
    (!verb.isState && main !== undefined && !isThirdPerson(main) && !isParticiple(main));
  return {
    allowsBase: isBase || words.some((word) => word.lower === 'to'),
    allowsParticiple: verb.isPassive || (main !== undefined && isParticiple(main)),
    isThird: !isBase || isModal(words[verb.at] as Word),
  };
}
