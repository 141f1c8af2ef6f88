import type { Word } from '../words/readWords.ts';
import {
  isAdverb,
  isAuxiliary,
  isBe,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isNegation,
  isNoun,
  isParticiple,
  isPluralNoun,
  isPluralPronoun,
  isPreposition,
  isSubjectPronoun,
  isThirdPerson,
} from '../words/wordClasses.ts';

/** The finite verb of a clause: places of its first and its main word. */
export type Verb = {
  at: number;
  main: number;
  /** "is sent". */
  isPassive: boolean;
  /** "is available", "has 14 days": a state. */
  isState: boolean;
  isNegated: boolean;
  modal: string | null;
};

/** What a clause without a subject may take over from the clause before it. */
export type Shared = { allowsBase: boolean; allowsParticiple: boolean; isThird: boolean };

/** The finite verb of the words, the first of several; null if there is none. */
export function findVerb(words: readonly Word[], shared: Shared | null): Verb | null {
  return scan(words, shared, false) ?? scan(words, shared, true);
}

function scan(words: readonly Word[], shared: Shared | null, withPast: boolean): Verb | null {
  let inRelative = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (at > 0 && /^(?:who|that|which)$/.test(word.lower) && isNounAt(words, at - 1)) inRelative = true;
    const verb = verbAt(words, at, shared, withPast || inRelative);
    if (verb === null) continue;
    if (!inRelative) return verb;
    inRelative = false;
    at = verb.main;
  }
  return null;
}

function isNounAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && (isNoun(word) || word.canBeVerb) && word.after === '';
}

function verbAt(words: readonly Word[], at: number, shared: Shared | null, withPast: boolean): Verb | null {
  const word = words[at];
  if (word === undefined || words[at - 1]?.lower === 'to') return null;
  if (isAuxiliary(word)) return at === 0 && shared === null ? null : withAuxiliary(words, at);
  const isFound = isPresent(words, at, shared) || (withPast && isPast(words, at, shared));
  if (!isFound) return null;
  return {
    at,
    main: at,
    isPassive: at === 0 && isParticiple(word) && shared?.allowsParticiple === true,
    isState: false,
    isNegated: false,
    modal: null,
  };
}

/** "is sent", "has to pay", "does not accept"; a state where no verb follows: "is available", "has 14 days". */
function withAuxiliary(words: readonly Word[], at: number): Verb {
  const { main, last, isNegated } = skipAuxiliaries(words, at);
  const [first, word] = [words[at] as Word, words[main]];
  const isInfinitive = words[main - 1]?.lower === 'to';
  const modal = isModal(first) ? first.lower : isInfinitive ? 'must' : null;
  if (word === undefined || !isVerbBehind(word, last, isInfinitive))
    return {
      at,
      main: Math.max(at, words.indexOf(last)),
      isPassive: false,
      isState: !isDo(first),
      isNegated,
      modal,
    };
  return { at, main, isPassive: isBe(last) && isParticiple(word), isState: false, isNegated, modal };
}

/** The place behind auxiliaries, negations and adverbs, and the last auxiliary. */
function skipAuxiliaries(
  words: readonly Word[],
  at: number,
): { main: number; last: Word; isNegated: boolean } {
  let last = words[at] as Word;
  let isNegated = isNegation(last);
  let main = at + 1;
  for (; main < words.length; main += 1) {
    const word = words[main] as Word;
    if (isNegation(word)) isNegated = true;
    else if (isAuxiliary(word)) last = word;
    else if (!isSkipped(word, last)) break;
  }
  return { main, last, isNegated };
}

const isSkipped = (word: Word, last: Word): boolean =>
  (isAdverb(word) && !word.canBeVerb) || (word.lower === 'to' && (isHave(last) || isBe(last)));

/** Whether a word behind an auxiliary is the verb that it helps. */
function isVerbBehind(word: Word, last: Word, isInfinitive: boolean): boolean {
  if (isParticiple(word)) return true;
  if (!word.canBeVerb && !word.tags.has('Verb')) return false;
  if (isInfinitive) return true;
  return isBe(last) ? word.tags.has('Gerund') : !isHave(last);
}

/** "checks" behind a subject, "check" behind a plural one or at the beginning of a command. */
function isPresent(words: readonly Word[], at: number, shared: Shared | null): boolean {
  const word = words[at] as Word;
  const before = lastButAdverb(words, at);
  if (word.tags.has('Gerund')) return false;
  if (before !== undefined && isBetweenNouns(word, before, words[at + 1])) return true;
  if (!word.canBeVerb) return false;
  if (before === undefined) return isInitial(words, at, shared);
  if (!canEndSubject(before)) return false;
  if (isThirdPerson(word))
    return !isPluralPronoun(before) && (word.tags.has('Verb') || !isAnyVerb(word, words[at + 1]));
  if (isPluralPronoun(before)) return true;
  const isPlural =
    isPluralNoun(before) || words.slice(0, at).some(({ lower }) => /^(?:and|who|that)$/.test(lower));
  return isPlural && word.tags.has('Verb');
}

/** "the warehouse scraps the product": no noun stands between a noun and an article. */
function isBetweenNouns(word: Word, before: Word, next: Word | undefined): boolean {
  if (next === undefined || !isDeterminer(next) || word.after !== '' || before.after !== '') return false;
  if (!isNoun(before) || !isNoun(word) || isPluralPronoun(before)) return false;
  return isThirdPerson(word) || before.tags.has('Plural');
}

function canEndSubject(word: Word): boolean {
  if (/^(?:who|that|which)$/.test(word.lower)) return true;
  if (isDeterminer(word)) return isSubjectPronoun(word);
  if (isPreposition(word) || word.lower === 'and' || word.lower === 'or') return false;
  const isQuality = word.tags.has('Adjective') && !isNoun(word) && !word.canBeVerb;
  return !isQuality || word.text !== word.lower;
}

/** Whether the word behind is a verb, so that this one belongs to the subject. */
const isAnyVerb = (word: Word, next: Word | undefined): boolean =>
  next !== undefined &&
  word.after === '' &&
  (isAuxiliary(next) || (next.tags.has('Verb') && !next.tags.has('Gerund')));

/** A verb at the beginning: a command, or one that shares its subject with the clause before. */
function isInitial(words: readonly Word[], at: number, shared: Shared | null): boolean {
  const [word, next, afterNext] = [words[at] as Word, words[at + 1], words[at + 2]];
  if (next !== undefined && word.after === '' && isSubjectBefore(word, next, afterNext)) return false;
  if (isThirdPerson(word))
    return shared?.isThird === true && (word.tags.has('Verb') || isFollowed(word, next));
  if (shared !== null && !shared.allowsBase) return false;
  return word.tags.has('Verb') || (next !== undefined && word.after === '' && isFollowed(word, next));
}

/** "accounts pays", "orders are sent": the word is the subject of the one behind it. */
function isSubjectBefore(word: Word, next: Word, afterNext: Word | undefined): boolean {
  if (isAuxiliary(next)) return true;
  if (!isThirdPerson(next) || !next.canBeVerb) return false;
  return isThirdPerson(word) || (afterNext !== undefined && isDeterminer(afterNext));
}

/** Whether an object, a place or nothing follows, as behind verbs. */
function isFollowed(word: Word, next: Word | undefined): boolean {
  if (next === undefined || word.after !== '') return true;
  if (isDeterminer(next) || isSubjectPronoun(next) || isAdverb(next)) return true;
  return (
    ['Value', 'Preposition', 'ProperNoun'].some((tag) => next.tags.has(tag)) ||
    /^(?:him|her|them|us)$/.test(next.lower)
  );
}

function isPast(words: readonly Word[], at: number, shared: Shared | null): boolean {
  const word = words[at] as Word;
  if (!isParticiple(word)) return false;
  const before = lastButAdverb(words, at);
  if (before === undefined) return shared?.allowsParticiple === true;
  const isSubject = isNoun(before) || isSubjectPronoun(before) || /^(?:who|that|which)$/.test(before.lower);
  return isSubject && words[at + 1]?.lower !== 'by';
}

function lastButAdverb(words: readonly Word[], at: number): Word | undefined {
  let place = at - 1;
  while (place >= 0 && isAdverb(words[place] as Word) && !isNoun(words[place] as Word)) place -= 1;
  return words[place];
}
