import { type Clause, clauseWith, type Found } from './clause.ts';
import type { Fragment } from './fragments.ts';
import type { Names } from './names.ts';
import { nounOf, readPredicate } from './predicate.ts';
import { type VerbForm, verbForm } from './verbs.ts';

const ACTED_ON = /^(?:which|that) ((?:the|an?|our|all|each) \S+(?: \S+){0,3}?|\p{Lu}\S*) (\S+)( from| to)?$/u;

/** "Events to kafka, which the email service reads": the last object is what is acted on. */
export function actedOn(text: string, last: Clause | undefined): Found | null {
  const [, subject, word = '', preposition = ''] = ACTED_ON.exec(text.slice(0, 120)) ?? [];
  const [verb, object] = [verbForm(word), last?.objects.at(-1)];
  if (subject === undefined || object === undefined || verb.form !== 'third') return null;
  return { subject, clause: clauseWith(verb, { objects: [object], phrase: word + preposition }) };
}

const THEIRS = /^(\S.{0,60}?) (?:is|are) (their|his|her|its) (\p{Ll}\S*(?: \p{Ll}\S*)?)$/u;
const MUTUAL =
  /^(\S.{0,60}?) are (married|engaged|divorced|friends|siblings|brothers|sisters|twins|cousins|partners|colleagues|neighbou?rs|rivals|enemies)$/;

/** "Lisa is their daughter" of those that were spoken of; "[Ann and] Ben are married" */
export function described(text: string, before: Clause | undefined): Found | null {
  const [, subject, owner, role] = THEIRS.exec(text) ?? [];
  const [, last, together = ''] = MUTUAL.exec(text) ?? [];
  if (last !== undefined)
    return { subject: last, clause: clauseWith(verbForm('marry'), { phrase: together }) };
  const owners = [
    ...(before?.subjects ?? []),
    ...(before?.verb.verbClass === 'mutual' ? before.objects : []),
  ];
  if (subject === undefined || owners.length === 0) return null;
  const objects = owner === 'their' ? owners : owners.slice(-1);
  return { subject, clause: clauseWith(verbForm('is'), { objects, phrase: `${role} of` }) };
}

const STATED =
  /^(\S.{0,60}?) (?:is|are) (?:(?:the|an?) )?((?:\S+ ){0,3}(?:of|to|with|for|from|in|on|at)) (\S.*)$/i;

const OWNED = /^(\S.{0,60}?) (?:is|are) (\p{Lu}\S{0,30}?)['’]s? (\p{Ll}\S*(?: \p{Ll}\S*)?)$/u;

/** "Alice is the mother of Bob", "Alice is Bob's mother" */
export function statedIn(fragment: string): Found | null {
  const [, owned, owner, role] = OWNED.exec(fragment) ?? [];
  const [, subject, phrase, object] =
    owned === undefined ? (STATED.exec(fragment) ?? []) : ['', owned, `${role} of`, owner];
  if (subject === undefined || phrase === undefined || object === undefined) return null;
  const { verbClass } = verbForm(phrase.split(' ')[0] ?? '');
  const verb: VerbForm = { verbClass, base: 'be', form: 'third' };
  return { subject, clause: clauseWith(verb, { objects: [nounOf(object)], phrase }) };
}

const FROM = /^(\S.{0,40}?) from (\S.*?)(?: (?:back )?(?:in)?to (\S.*))?$/;

/** "hotfix from main", "release from develop to main", where these are names. */
function comesFrom(fragment: string, names: Names): Found | null {
  const [, subject, source, goal] = FROM.exec(fragment) ?? [];
  if (subject === undefined || source === undefined || !names.has(source)) return null;
  const said =
    goal === undefined
      ? { objects: [nounOf(source)], isPassive: true }
      : { objects: [nounOf(goal)], source: nounOf(source) };
  return { subject, clause: clauseWith(verbForm('leads'), said) };
}

const ORDER = /^(\S.{0,60}?) (before|after) (\S.*)$/i;

/** "B after A", "walls must stand before the roof", where one of them recurs. */
export function inOrder(fragment: string, named: string, names: Names): Found | null {
  const [, words = '', order = '', object = ''] = ORDER.exec(fragment) ?? [];
  const subject = named || words;
  const areNames = names.recurs(subject) || names.recurs(object);
  if (!areNames || (named === '' && words.split(' ').length > 4)) return null;
  const said = { objects: [nounOf(object)], isPassive: /^after$/i.test(order) };
  return { subject, clause: clauseWith(verbForm('leads'), said) };
}

const AGAIN = /^((?:\S+ ){0,2}?\S+?) (?:back )?(to|with|into|off) (\S.*)$/;

/** "…, B to D" after "connect A to B", or between names; "… and back to C"; "… and the deed to B" after "gives money to A". */
export function repeated(
  { text: fragment, isJoined }: Fragment,
  last: Clause | undefined,
  names: Names,
): Found | null {
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
  if (subject === undefined || object === undefined)
    return comesFrom(fragment, names) ?? inOrder(fragment, '', names);
  const objects = [nounOf(object)];
  const [verbWord = '', ...handed] = last?.phrase.split(' ') ?? [];
  const isGiven =
    isJoined && handed.some((word) => word !== again) && last?.target === again && !names.has(subject);
  if (last !== undefined && isGiven)
    return { subject: '', clause: { ...last, objects, phrase: `${verbWord} ${nounOf(subject)}` } };
  if (last !== undefined && (last.phrase === '' || last.target === again))
    return { subject, clause: { ...last, objects } };
  const areNames = names.has(subject) && names.has(object);
  return areNames ? { subject, clause: clauseWith(verbForm('leads'), { objects }) } : null;
}

const IN_FRONT = /^(\S.{0,60}?) (?:(?:is|are|sits?|stands?) )?in front of (\S.*)$/i;

/** "A load balancer in front of the servers" */
export function inFront(fragment: string): Found | null {
  const [, subject, object] = IN_FRONT.exec(fragment) ?? [];
  if (subject === undefined || object === undefined) return null;
  return { subject, clause: clauseWith(verbForm('leads'), { objects: [nounOf(object)] }) };
}

/** "is behind the firewall" */
export function positioned(words: readonly string[], at: number): Found {
  const objects = [nounOf(words.slice(at + 1).join(' '))];
  const verb: VerbForm = { verbClass: 'lead', base: 'be', form: 'base' };
  const subject = words.slice(0, at - 1).join(' ');
  return { subject, clause: clauseWith(verb, { objects, phrase: 'behind', isPassive: true }) };
}
