import { splitList } from '../../text/split.ts';
import { findVerb, isHelper } from './findVerb.ts';
import { type ForeignClause, foreignClause, isNoun } from './foreignClauses.ts';
import { type Fragment, fragmentsOf } from './fragments.ts';
import { Names } from './names.ts';
import { emptyPredicate, nounOf, type Predicate, readPredicate } from './predicate.ts';
import { type VerbForm, verbForm } from './verbs.ts';

/** Subjects and objects with the verb between them. */
export type Clause = Predicate & { subjects: string[]; verb: VerbForm };

/** Clauses of a sentence, names that are listed before them, and the parts that are neither. */
export type Sentence = { clauses: Clause[]; names: string[]; rest: string[] };

const RELATIVE = /^(?:which|that|who|where)\s+/i;
/** Before things of a kind: "both services". */
export const ALL_OF = /^(?:both|all|each of|all of)\s+(?:the\s+)?(?=\S)/i;
const OF_OBJECTS = /^(?:both|they|these|all|each)(?: of (?:them|which|these))?$/i;
/** Longest clause that is read, in words: more is prose. */
const mostWords = 30;

/**
 * Reads a sentence clause by clause: what relates to what, and how.
 * @param names The names that recur in the text
 * @param before The last clause of the sentence before, which "it" and "both" may speak of
 * @param allowsBare Whether clauses need no object: "the customer pays"
 */
export function readSentence(
  sentence: string,
  names = new Names([sentence]),
  before?: Clause,
  allowsBare = false,
): Sentence {
  const clauses: Clause[] = [];
  const rest: string[] = [];
  const listed: string[] = [];
  let pending: string[] = [];
  const fragments = fragmentsOf(sentence, (text, next) => isUnfinished(text, next, names));
  for (const [at, fragment] of fragments.entries()) {
    const { text, isListed, isJoined } = fragment;
    const last = clauses.at(-1);
    const found = clauseOf(fragment, { last, before, names, isPlural: pending.length > 0, allowsBare });
    if (found !== null) {
      // Several subjects have "and" before the last one.
      if (!isJoined) listed.push(...pending.splice(0));
      const own = [...pending, found.subject].filter(() => found.subject !== '');
      const subjects = subjectsOf(own, RELATIVE.test(text), last ?? before);
      if (subjects.length > 0) clauses.push({ ...found.clause, subjects });
      else rest.push(text);
      pending = [];
    } else if (names.isForeign && !isNoun(text, names)) rest.push(text);
    else if (pending.length === 0 && !beginsNext(isListed ? fragments[at + 1] : undefined, last, names))
      last?.objects.push(nounOf(text));
    else pending.push(nounOf(text));
  }
  return { clauses, names: listed, rest: [...rest, ...pending] };
}

/** "The server reads" before "writes to the disk": a name and one word, before another word of its kind. */
function isUnfinished(text: string, next: string, names: Names): boolean {
  const words = text.split(/\s+/);
  const [follower = ''] = next.split(/\s+/, 1);
  const isVerb = (word: string) =>
    names.isForeign ? /^\p{Ll}/u.test(word) && !isNoun(word, names) : verbForm(word).form === 'third';
  return (
    words.length > 1 &&
    names.atBegin(words) === words.length - 1 &&
    isVerb(words.at(-1) ?? '') &&
    isVerb(follower)
  );
}

type Context = {
  last: Clause | undefined;
  before: Clause | undefined;
  names: Names;
  isPlural: boolean;
  allowsBare: boolean;
};

function clauseOf(
  { text, isListed }: Fragment,
  { last, before, names, isPlural, allowsBare }: Context,
): Found | null {
  const bare = text.replace(RELATIVE, '');
  return (
    actedOn(text, last) ??
    clauseIn(bare, names, { isPlural, goesOn: last !== undefined && (!isListed || bare !== text) }) ??
    (allowsBare ? bareIn(text) : repeated(text, last ?? before, names))
  );
}

/** A clause without a subject goes on with the last one; "which …" and "both …" speak of the last objects. */
function subjectsOf(own: readonly string[], isRelative: boolean, last: Clause | undefined): string[] {
  const [only, ...others] = own;
  const isAlone = others.length === 0;
  const isOfObjects = only === undefined ? isRelative : isAlone && OF_OBJECTS.test(only);
  if (isOfObjects) return last?.objects ?? [];
  if (only === undefined || (isAlone && /^(?:it|he|she)$/i.test(only))) return last?.subjects ?? [];
  return own.map((name) => (ALL_OF.test(name) ? name : nounOf(name)));
}

const ACTED_ON = /^(?:which|that) ((?:the|an?|our|all|each) \S+(?: \S+){0,3}?|\p{Lu}\S*) (\S+)( from| to)?$/u;

/** "Events to kafka, which the email service reads": the last object is what is acted on. */
function actedOn(text: string, last: Clause | undefined): Found | null {
  const [, subject, word = '', preposition = ''] = ACTED_ON.exec(text.slice(0, 120)) ?? [];
  const [verb, object] = [verbForm(word), last?.objects.at(-1)];
  if (subject === undefined || object === undefined || verb.form !== 'third') return null;
  const predicate = { ...emptyPredicate, objects: [object], phrase: word + preposition };
  return { subject, clause: { subjects: [], verb, ...predicate } };
}

/** Whether a fragment is a subject of the next clause: the first one, or the last in "…, mice and rats eat seeds". */
const beginsNext = (next: Fragment | undefined, last: Clause | undefined, names: Names): boolean =>
  last === undefined ||
  (next !== undefined &&
    !next.isListed &&
    ((clauseIn(next.text, names, { isPlural: true, goesOn: false })?.subject ?? '') !== '' ||
      repeated(next.text, last, names) !== null));

type Found = { subject: string; clause: Clause };

function clauseIn(
  fragment: string,
  names: Names,
  place: { isPlural: boolean; goesOn: boolean },
): Found | null {
  const words = fragment.split(/\s+/);
  if (words.length > mostWords) return null;
  if (names.isForeign) return foundAbroad(foreignClause(fragment, names));
  const at = findVerb(words, names, place);
  if (at === null) return statedIn(fragment);
  if (words[at] === 'behind') return positioned(words, at);
  const verb = verbForm(words[at] ?? '');
  let start = at;
  while (start > 0 && isHelper(words[start - 1] ?? '')) start -= 1;
  const subject = words.slice(0, start).join(' ');
  const isOfAll = start < at && /^(?:both|each|all)$/i.test(words[start] ?? '');
  const clause = { subjects: [], verb, ...readPredicate(words.slice(at), verb) };
  if (at === 0 && verb.verbClass === 'join' && verb.form === 'base') return ordered(clause);
  return { subject: subject === '' && isOfAll ? 'both' : subject, clause };
}

/** "the customer pays" */
function bareIn(fragment: string): Found | null {
  const words = fragment.split(' ');
  const phrase = words.pop() ?? '';
  const verb = verbForm(phrase);
  if (verb.form !== 'third' || words.length === 0 || words.length > 3) return null;
  return { subject: words.join(' '), clause: { ...emptyPredicate, subjects: [], verb, phrase } };
}

/** "connect A to B": what is joined stands behind the verb. */
function ordered(clause: Clause): Found {
  const subject = clause.phrase.split(' ').slice(1).join(' ');
  return { subject, clause: { ...clause, phrase: '', verb: { ...clause.verb, verbClass: 'lead' } } };
}

function foundAbroad(clause: ForeignClause | null): Found | null {
  if (clause === null) return null;
  const { subject, object, phrase, verbClass, isPassive } = clause;
  const verb: VerbForm = { verbClass, base: phrase, form: 'third' };
  const objects = splitList(object);
  return { subject, clause: { ...emptyPredicate, subjects: [], verb, objects, phrase, isPassive } };
}

const STATED =
  /^(\S.{0,60}?) (?:is|are) (?:(?:the|an?) )?((?:\S+ ){0,3}(?:of|to|with|for|from|in|on|at)) (\S.*)$/i;

/** "Alice is the mother of Bob" */
function statedIn(fragment: string): Found | null {
  const [, subject, phrase, object] = STATED.exec(fragment) ?? [];
  if (subject === undefined || phrase === undefined || object === undefined) return null;
  const { verbClass } = verbForm(phrase.split(' ')[0] ?? '');
  const verb: VerbForm = { verbClass, base: 'be', form: 'third' };
  return {
    subject,
    clause: { ...emptyPredicate, subjects: [], verb, objects: [nounOf(object)], phrase },
  };
}

const FROM = /^(\S.{0,40}?) from (\S.*?)(?: (?:back )?(?:in)?to (\S.*))?$/;

/** "hotfix from main", "release from develop to main", where these are names. */
function comesFrom(fragment: string, names: Names): Found | null {
  const [, subject, source, goal] = FROM.exec(fragment) ?? [];
  if (subject === undefined || source === undefined || !names.has(source)) return null;
  const verb = verbForm('leads');
  const clause = { ...emptyPredicate, subjects: [], verb };
  return goal === undefined
    ? { subject, clause: { ...clause, objects: [nounOf(source)], isPassive: true } }
    : { subject, clause: { ...clause, objects: [nounOf(goal)], source: nounOf(source) } };
}

const AGAIN = /^((?:\S+ ){0,2}?\S+?) (?:back )?(to|with|into) (\S.*)$/;

/** "…, B to D" after "connect A to B" or "A sends data to B", or between names; "… and back to C" after "goes to B". */
function repeated(fragment: string, last: Clause | undefined, names: Names): Found | null {
  const [verb = '', preposition, ...others] = last?.phrase.split(' ') ?? [];
  const [back = ''] = /^back /.exec(fragment) ?? [];
  const rest = fragment.slice(back.length);
  if (
    last !== undefined &&
    others.length === 0 &&
    preposition !== undefined &&
    rest.startsWith(`${preposition} `)
  )
    return {
      subject: '',
      clause: { ...last, ...readPredicate([verb, ...fragment.split(' ')], last.verb) },
    };
  const [, subject, again, object] = AGAIN.exec(fragment) ?? [];
  if (subject === undefined || object === undefined) return comesFrom(fragment, names);
  const objects = [nounOf(object)];
  if (last !== undefined && (last.phrase === '' || last.target === again))
    return { subject, clause: { ...last, objects } };
  const areNames = names.has(subject) && names.has(object);
  return areNames
    ? { subject, clause: { ...emptyPredicate, subjects: [], verb: verbForm('leads'), objects } }
    : null;
}

/** "is behind the firewall" */
function positioned(words: readonly string[], at: number): Found {
  const objects = [nounOf(words.slice(at + 1).join(' '))];
  const verb: VerbForm = { verbClass: 'lead', base: 'be', form: 'base' };
  const subject = words.slice(0, at - 1).join(' ');
  return {
    subject,
    clause: { ...emptyPredicate, subjects: [], verb, objects, phrase: 'behind', isPassive: true },
  };
}
