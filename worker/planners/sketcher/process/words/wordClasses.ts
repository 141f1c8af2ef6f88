import type { Word } from './readWords.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const BE = wordSet("is are was were be been being isn't aren't wasn't weren't");
const HAVE = wordSet("has have had hasn't haven't");
const DO = wordSet("does do did doesn't don't didn't dont doesnt");
const MODAL = wordSet(
  "can could may might must shall should will would can't cannot couldn't won't wouldn't shouldn't mustn't cant wont",
);
const NEGATIONS = wordSet(
  "not never no nobody none nothing neither isn't aren't wasn't weren't hasn't haven't doesn't don't didn't can't cannot couldn't won't wouldn't shouldn't dont doesnt cant wont",
);
const SUBJECT_PRONOUNS = wordSet(
  'i we you he she it they everybody everyone nobody somebody someone anyone this that all both others',
);
const PLURAL_PRONOUNS = wordSet('i we you they all both others who');

export function isBe({ lower }: Word): boolean {
  return BE.has(lower);
}

export function isHave({ lower }: Word): boolean {
  return HAVE.has(lower);
}

export function isDo({ lower }: Word): boolean {
  return DO.has(lower);
}

export function isModal({ lower }: Word): boolean {
  return MODAL.has(lower);
}

export function isNegation({ lower }: Word): boolean {
  return NEGATIONS.has(lower);
}

export function isSubjectPronoun({ lower }: Word): boolean {
  return SUBJECT_PRONOUNS.has(lower);
}

export function isPluralPronoun({ lower }: Word): boolean {
  return PLURAL_PRONOUNS.has(lower);
}

/** Whether a word helps a verb: "is", "has", "does", "can". */
export function isAuxiliary(word: Word): boolean {
  return isBe(word) || isHave(word) || isDo(word) || isModal(word);
}

export function isAdverb({ tags, lower }: Word): boolean {
  return (
    tags.has('Adverb') || /^(?:also|then|first|usually|normally|still|directly|only|all|both)$/.test(lower)
  );
}

export function isDeterminer({ tags, lower }: Word): boolean {
  return (
    tags.has('Determiner') ||
    tags.has('Possessive') ||
    /^(?:its|his|her|their|our|my|your|every|each|all|any|some|no)$/.test(lower)
  );
}

export function isPreposition({ tags, lower }: Word): boolean {
  return (
    (tags.has('Preposition') && lower !== 'up' && lower !== 'in') ||
    /^(?:in|to|of|for|with|by|from|at|on|into|below|above|over|under)$/.test(lower)
  );
}

export function isNoun({ tags }: Word): boolean {
  return tags.has('Noun') || tags.has('Gerund');
}

/** Whether a word has the form of the third person: "checks". */
export function isThirdPerson({ lower }: Word): boolean {
  return /[^s]s$/.test(lower);
}

/** Whether a word may be a noun of several things, or a plural that was taken for a verb: "claims". */
export function isPluralNoun(word: Word): boolean {
  return word.tags.has('Plural') || (isThirdPerson(word) && word.canBeVerb);
}

/** Whether a word is a participle or a past tense: "approved", "sent". */
export function isParticiple({ tags, lower }: Pick<Word, 'tags' | 'lower'>): boolean {
  return (
    tags.has('PastTense') ||
    tags.has('Participle') ||
    tags.has('Passive') ||
    /^[a-z]{2,}ed$/.test(lower) ||
    IRREGULAR.has(lower)
  );
}

const IRREGULAR = wordSet(
  'sent made given taken put paid sold bought brought told found held kept left lost met read run seen set shown built cut done drawn driven chosen written known gone come cast spent split spread withdrawn hung laid led lent hit fed hired shut sewn',
);
