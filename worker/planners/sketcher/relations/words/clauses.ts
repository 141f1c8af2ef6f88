import { splitList, splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { findVerb, isHelper } from './findVerb.ts';
import { type ForeignClause, foreignClause } from './foreignClauses.ts';
import { emptyPredicate, nounOf, type Predicate, readPredicate } from './predicate.ts';
import { unknownVerb, type VerbForm, verbForm } from './verbs.ts';

/** Subjects and objects with the verb between them. */
export type Clause = Predicate & { subjects: string[]; verb: VerbForm };

/** Clauses of a sentence, and the parts that are none. */
export type Sentence = { clauses: Clause[]; rest: string[] };

const RELATIVE = /^(?:which|that|who|where)\s+/i;
const LEAD = /^(?:(?:and|und|et|y|but|while|whereas|then|also|so|plus|finally)\s+)+/i;
const OF_OBJECTS = /^(?:both|they|these|all|each)(?: of (?:them|which|these))?$/i;
/** Longest clause that is read, in words: more is prose. */
const mostWords = 30;

/**
 * Reads a sentence clause by clause: what relates to what, and how.
 * @param before The last clause of the sentence before, which "it" and "both" may speak of
 * @param allowsBare Whether clauses need no object: "the customer pays"
 */
export function readSentence(sentence: string, before?: Clause, allowsBare = false): Sentence {
  const clauses: Clause[] = [];
  const rest: string[] = [];
  let pending: string[] = [];
  const fragments = fragmentsOf(sentence);
  for (const [at, fragment] of fragments.entries()) {
    const { text, isListed } = fragment;
    const last = clauses.at(-1);
    const found = clauseOf(fragment, { last, before, isPlural: pending.length > 0, allowsBare });
    if (found !== null) {
      const own = [...pending, found.subject].filter(() => found.subject !== '');
      const subjects = subjectsOf(own, RELATIVE.test(text), last ?? before);
      if (subjects.length > 0) clauses.push({ ...found.clause, subjects });
      else rest.push(text);
      pending = [];
    } else if (pending.length === 0 && !beginsNext(isListed ? fragments[at + 1] : undefined, last))
      last?.objects.push(nounOf(text));
    else pending.push(nounOf(text));
  }
  return { clauses, rest: [...rest, ...pending] };
}

type Context = {
  last: Clause | undefined;
  before: Clause | undefined;
  isPlural: boolean;
  allowsBare: boolean;
};

function clauseOf(
  { text, isListed }: Fragment,
  { last, before, isPlural, allowsBare }: Context,
): Found | null {
  const bare = text.replace(RELATIVE, '');
  return (
    actedOn(text, last) ??
    clauseIn(bare, isPlural, last !== undefined && !isListed) ??
    (allowsBare ? bareIn(text) : repeated(text, last ?? before))
  );
}

/** A clause without a subject goes on with the last one; "which …" and "both …" speak of the last objects. */
function subjectsOf(own: readonly string[], isRelative: boolean, last: Clause | undefined): string[] {
  const [only, ...others] = own;
  const isAlone = others.length === 0;
  const isOfObjects = only === undefined ? isRelative : isAlone && OF_OBJECTS.test(only);
  if (isOfObjects) return last?.objects ?? [];
  if (only === undefined || (isAlone && /^(?:it|he|she)$/i.test(only))) return last?.subjects ?? [];
  return own.map(nounOf);
}

const ACTED_ON = /^(?:which|that) ((?:the|an?|our|all|each) \S+(?: \S+){0,3}?|\p{Lu}\S*) (\S+)( from| to)?$/u;

/** "Events to kafka, which the email service reads": the last object is what is acted on. */
function actedOn(text: string, last: Clause | undefined): Found | null {
  const [, subject, word = '', preposition = ''] = ACTED_ON.exec(text.slice(0, 120)) ?? [];
  const [verb, object] = [verbForm(word), last?.objects.at(-1)];
  if (subject === undefined || verb === null || object === undefined || verb.form === 'ing') return null;
  const predicate = { ...emptyPredicate, objects: [object], phrase: word + preposition };
  return { subject, clause: { subjects: [], verb, ...predicate } };
}

/** `isListed`: whether it comes after a comma, and not after "and". */
type Fragment = { text: string; isListed: boolean };

/** Between pieces; not before the last object of a German verb in two parts: "ist mit A und B verbunden". */
const AND =
  /\s+(?:and|&|et|y|und(?!(?: \S+){1,3} (?:verbunden|auf|ab|zu)$))\s+(?:then\s+)?|\s+(?=which\s|that\s(?:the|an?|our)\s)/i;

/** Pieces between commas and "and"; brackets stay whole. */
const fragmentsOf = (sentence: string): Fragment[] =>
  splitOutside(trimEndOf(sentence.trim(), '.!'), /\s*[,，、]\s*(?:(?:and|or)\s+)?/).flatMap((part) =>
    splitOutside(part, AND).map((text, at) => ({
      text: text.replace(LEAD, ''),
      isListed: at === 0,
    })),
  );

/** Whether a fragment is a subject of the next clause: the first one, or the last in "…, mice and rats eat seeds". */
const beginsNext = (next: Fragment | undefined, last: Clause | undefined): boolean =>
  last === undefined ||
  (next !== undefined &&
    !next.isListed &&
    ((clauseIn(next.text, true, false)?.subject ?? '') !== '' || repeated(next.text, last) !== null));

type Found = { subject: string; clause: Clause };

function clauseIn(fragment: string, isPlural: boolean, goesOn: boolean): Found | null {
  const words = fragment.split(/\s+/);
  if (words.length > mostWords) return null;
  const foreign = foreignClause(fragment);
  if (foreign !== null) return foundAbroad(foreign);
  const at = findVerb(words, isPlural, goesOn);
  if (at === null) return statedIn(fragment);
  const verb = verbForm(words[at] ?? '') ?? unknownVerb(words[at] ?? '');
  if (verb === null) return positioned(words, at);
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
  if (verb?.form !== 'third' || words.length === 0 || words.length > 3) return null;
  return { subject: words.join(' '), clause: { ...emptyPredicate, subjects: [], verb, phrase } };
}

/** "connect A to B": what is joined stands behind the verb. */
function ordered(clause: Clause): Found {
  const subject = clause.phrase.split(' ').slice(1).join(' ');
  return { subject, clause: { ...clause, phrase: '', verb: { ...clause.verb, verbClass: 'lead' } } };
}

function foundAbroad({ subject, object, phrase, verbClass }: ForeignClause): Found {
  const verb: VerbForm = { verbClass, base: phrase, form: 'third', isRelation: true, isSteady: true };
  const objects = splitList(object);
  return { subject, clause: { ...emptyPredicate, subjects: [], verb, objects, phrase } };
}

const STATED =
  /^(\S.{0,60}?) (?:is|are) (?:(?:the|an?) )?((?:\S+ ){1,3}(?:of|to|with|for|from|in|on|at)) (\S.*)$/i;

/** "Alice is the mother of Bob" */
function statedIn(fragment: string): Found | null {
  const [, subject, phrase, object] = STATED.exec(fragment) ?? [];
  if (subject === undefined || phrase === undefined || object === undefined) return null;
  const verb: VerbForm = { verbClass: 'act', base: 'be', form: 'third', isRelation: true, isSteady: true };
  return {
    subject,
    clause: { ...emptyPredicate, subjects: [], verb, objects: [nounOf(object)], phrase },
  };
}

const AGAIN = /^((?:\S+ ){0,2}?\S+?) (?:back )?(to|with|into) (\S.*)$/;

/** "…, B to D" after "connect A to B" or "A sends data to B"; "… and on C" after "depends on B". */
function repeated(fragment: string, last: Clause | undefined): Found | null {
  const [verb = '', preposition, ...others] = last?.phrase.split(' ') ?? [];
  if (
    last !== undefined &&
    others.length === 0 &&
    preposition !== undefined &&
    fragment.startsWith(`${preposition} `)
  )
    return { subject: '', clause: { ...last, ...readPredicate([verb, ...fragment.split(' ')], last.verb) } };
  const [, subject, again, object] = AGAIN.exec(fragment) ?? [];
  if (last === undefined || subject === undefined || object === undefined) return null;
  const isSame = last.phrase === '' || last.target === again;
  const steady = { ...last.verb, isSteady: true };
  return isSame ? { subject, clause: { ...last, verb: steady, objects: [nounOf(object)] } } : null;
}

/** "is behind the firewall" */
function positioned(words: readonly string[], at: number): Found {
  const objects = [nounOf(words.slice(at + 1).join(' '))];
  const verb: VerbForm = { verbClass: 'lead', base: 'be', form: 'base', isRelation: true, isSteady: true };
  const subject = words.slice(0, at - 1).join(' ');
  return {
    subject,
    clause: { ...emptyPredicate, subjects: [], verb, objects, phrase: 'behind', isPassive: true },
  };
}
