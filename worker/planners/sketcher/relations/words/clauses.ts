import { splitList } from '../../text/split.ts';
import { announced, distributed } from './apposition.ts';
import { type Clause, clauseWith, type Found } from './clause.ts';
import { actedOn, described, inFront, inOrder, positioned, repeated, statedIn } from './clauseForms.ts';
import { findVerb, isHelper } from './findVerb.ts';
import { type ForeignClause, foreignClause, isNoun } from './foreignClauses.ts';
import { type Fragment, fragmentsOf } from './fragments.ts';
import { Names } from './names.ts';
import { addObject, FOREIGN_TO, nounOf, readPredicate } from './predicate.ts';
import { type VerbForm, verbForm } from './verbs.ts';

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
    const { text, isJoined } = fragment;
    const last = clauses.at(-1);
    const found = clauseOf(fragment, { last, before, names, isPlural: pending.length > 0, allowsBare });
    if (found === null) {
      const isSubject = pending.length > 0 || last === undefined || beginsNext(fragments, at, last, names);
      if (names.isForeign && !isNoun(text, names)) rest.push(text);
      else if (isSubject) pending.push(nounOf(text));
      else addObject(last, text);
      continue;
    }
    // Several subjects have "and" before the last one.
    if (!isJoined) listed.push(...pending.splice(0));
    const own = found.subject === '' ? [] : [...pending, found.subject];
    const subjects = subjectsOf(own, RELATIVE.test(text), last ?? before);
    if (subjects.length > 0) clauses.push({ ...found.clause, subjects });
    else rest.push(text);
    pending = [];
  }
  return { clauses: clauses.map(withAnnounced), names: listed, rest: [...rest, ...pending] };
}

/** "has two kids, Ann and Ben": the names are the objects; of "Ann and Ben are married" the second one is. */
function withAnnounced(clause: Clause): Clause {
  const { subjects, objects, verb, phrase } = clause;
  const [first = '', ...others] = subjects;
  if (objects.length === 0 && verb.verbClass === 'mutual')
    return { ...clause, subjects: [first], objects: others };
  const { said, names } = announced(objects) ?? {};
  return names === undefined
    ? { ...clause, subjects: distributed(subjects), objects: distributed(objects) }
    : { ...clause, objects: names, phrase: `${phrase} ${said}` };
}

/** "The server reads" before "writes to the disk": a name and one word, before another word of its kind. */
function isUnfinished(text: string, next: string, names: Names): boolean {
  const words = text.split(/\s+/);
  const [nextWord = ''] = next.split(/\s+/, 1);
  const isVerb = (word: string) =>
    names.isForeign ? /^\p{Ll}/u.test(word) && !isNoun(word, names) : verbForm(word).form === 'third';
  return (
    words.length > 1 &&
    names.atBegin(words) === words.length - 1 &&
    isVerb(words.at(-1) ?? '') &&
    isVerb(nextWord)
  );
}

type Context = {
  last: Clause | undefined;
  before: Clause | undefined;
  names: Names;
  isPlural: boolean;
  allowsBare: boolean;
};

function clauseOf(fragment: Fragment, { last, before, names, isPlural, allowsBare }: Context): Found | null {
  const { text, isListed } = fragment;
  const bare = text.replace(RELATIVE, '');
  return (
    actedOn(text, last) ??
    described(text, last ?? before) ??
    inFront(bare) ??
    clauseIn(bare, names, { isPlural, goesOn: last !== undefined && (!isListed || bare !== text) }) ??
    (allowsBare ? bareIn(text) : repeated(fragment, last ?? before, names))
  );
}

/** A clause without a subject goes on with the last one; "which …" and "both …" speak of the last objects. */
function subjectsOf(own: readonly string[], isRelative: boolean, last: Clause | undefined): string[] {
  const [only, ...others] = own;
  const isAlone = others.length === 0;
  const isOfObjects = only === undefined ? isRelative : isAlone && OF_OBJECTS.test(only);
  if (isOfObjects)
    return [...(last?.verb.verbClass === 'mutual' ? last.subjects : []), ...(last?.objects ?? [])];
  if (only === undefined || (isAlone && /^(?:it|he|she)$/i.test(only))) return last?.subjects ?? [];
  return own.map((name) => (ALL_OF.test(name) ? name : nounOf(name)));
}

/** Whether a fragment is a subject of the next clause, such as the first one in "…, mice and rats eat seeds". */
function beginsNext(fragments: readonly Fragment[], at: number, last: Clause, names: Names): boolean {
  const next = fragments[at + 1];
  if (next === undefined || next.isListed || fragments[at]?.isListed !== true) return false;
  const subject = clauseIn(next.text, names, { isPlural: true, goesOn: false })?.subject ?? '';
  return subject !== '' || repeated(next, last, names) !== null;
}

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
  const clause = clauseWith(verb, readPredicate(words.slice(at), verb));
  if (clause.objects.length === 0) return inOrder(fragment, subject, names) ?? { subject, clause };
  if (at === 0 && verb.verbClass === 'join' && verb.form === 'base') return ordered(clause);
  return { subject: subject === '' && isOfAll ? 'both' : subject, clause };
}

/** "the customer pays" */
function bareIn(fragment: string): Found | null {
  const words = fragment.split(' ');
  const phrase = words.pop() ?? '';
  const verb = verbForm(phrase);
  if (verb.form !== 'third' || words.length === 0 || words.length > 3) return null;
  return { subject: words.join(' '), clause: clauseWith(verb, { phrase }) };
}

/** "connect A to B": what is joined stands behind the verb. */
function ordered(clause: Clause): Found {
  const subject = clause.phrase.split(' ').slice(1).join(' ');
  return { subject, clause: { ...clause, phrase: '', verb: { ...clause.verb, verbClass: 'lead' } } };
}

function foundAbroad(clause: ForeignClause | null): Found | null {
  if (clause === null) return null;
  const { subject, object, verbClass, ...said } = clause;
  const verb: VerbForm = { verbClass, base: said.phrase, form: 'third' };
  const objects = splitList(object).map((each) => each.replace(FOREIGN_TO, ''));
  return { subject, clause: clauseWith(verb, { ...said, objects }) };
}
