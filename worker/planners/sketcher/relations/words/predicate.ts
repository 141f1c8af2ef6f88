import { trimEndOf } from '../../text/trimEnd.ts';
import type { VerbForm } from './verbs.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Prepositions before what a clause leads to. */
const TARGET = words('to into onto in from on at with towards of behind upon against between off');
/** Words before what a clause only says more about. */
const MODIFIER = words(
  'for about via over through using when if by as every once after while during because per until before without',
);
export const DETERMINER =
  /^(?:the|an?|its|their|his|her|our|your|my|any|some|each|every|all|both|this|these|that|those)\s+/i;

/** Words that belong to the verb before them: "picks up", "hands over to". */
const PARTICLE = /^(?:(?:back|up|down|out|away|apart) |(?:over|in|on|through|along) (?:to|from|into|with)$)/;

/** A verb with what follows it. */
export type Predicate = {
  objects: string[];
  /** The preposition before the objects, '' without one. */
  target: string;
  /** Where something comes from: "exports data from A to B". */
  source: string | null;
  /** The verb with what belongs to it, but for the objects: "sends readings". */
  phrase: string;
  /** "when the customer answers", "via REST", '' without one. */
  circumstance: string;
  /** Whether the objects act on the subject: "is used by". */
  isPassive: boolean;
};

export const emptyPredicate: Predicate = {
  ...{ objects: [], target: '', source: null, phrase: '', circumstance: '', isPassive: false },
};

function withoutParticle(words: readonly string[]): { back: string; words: readonly string[] } {
  const [first, ...others] = words;
  const isLed = others.length > 0 && PARTICLE.test(`${first} ${others[0]}`);
  return isLed ? { back: ` ${first}`, words: others } : { back: '', words };
}

/** Parts "sends readings to the hub", "asks app for report", "depends on core" into the verb's phrase and its object. */
export function readPredicate([verb = '', ...after]: readonly string[], { form }: VerbForm): Predicate {
  const { back, words } = withoutParticle(after);
  const [first = ''] = words;
  const isPassive = form === 'participle' && first === 'by';
  const isDirect = TARGET.has(first) || isPassive;
  const rest = isDirect ? words.slice(1) : words;
  const head = `${verb}${back}${isDirect ? ` ${first}` : ''}`;
  const own = { ...emptyPredicate, phrase: head, target: isDirect ? first : '', isPassive };
  const at = rest.findIndex(
    (word, place) =>
      (MODIFIER.has(word) && (place > 0 || !isDirect)) || (place > 0 && !isDirect && TARGET.has(word)),
  );
  const left = rest.slice(0, at === -1 ? rest.length : at).join(' ');
  if (at === -1) return { ...own, objects: objectsIn(left) };
  const preposition = rest[at] ?? '';
  const right = rest.slice(at + 1).join(' ');
  if (MODIFIER.has(preposition) || right === '')
    return { ...own, objects: objectsIn(left), circumstance: `${preposition} ${right}`.trim() };
  const [, source = null, goal = right] = preposition === 'from' ? (FROM_TO.exec(right) ?? []) : [];
  return {
    ...own,
    objects: objectsIn(goal.replace(MODIFIED, '')),
    target: source === null ? preposition : 'to',
    source: source === null ? null : nounOf(source),
    phrase: `${head} ${left}${isFrom(source, preposition) ? ' from' : ''}`,
    circumstance: MODIFIED.exec(goal)?.[0].trim() ?? '',
  };
}

/** "receives messages from": without the preposition it would seem to go the other way. */
const isFrom = (source: string | null, preposition: string): boolean =>
  source === null && preposition === 'from';

/** "exports data from A to B": what stands behind "from". */
const FROM_TO = /^(\S.*?) (?:to|into) (\S.*)$/;
const MODIFIED = new RegExp(`\\s+(?:${[...MODIFIER].join('|')})\\s.*$`, 'i');

const objectsIn = (text: string): string[] => (text === '' ? [] : [nounOf(text)]);

/** Adds a further object to a clause: "… and 2 laptops by wifi" says how all are related. */
export function addObject(clause: Predicate, text: string): void {
  const circumstance = MODIFIED.exec(text)?.[0].trim() ?? '';
  clause.objects.push(nounOf(text.replace(MODIFIED, '').replace(FOREIGN_TO, '')));
  if (clause.circumstance === '') clause.circumstance = circumstance;
}

/** Before further objects in French, Spanish and German: "relié à A et à B". */
export const FOREIGN_TO = /^(?:à|aux?|al?|con|mit|zu|von) (?=\S)/;
/** In small letters: "Los Angeles" is a name. */
const FOREIGN_ARTICLE =
  /^(?:(?:der|die|das|den|dem|eine?[nmrs]?|jede[mnrs]?|chaque|cada|les?|la|une?|el|los|las|un[ao]?)\s+|l['’])(?=\S)/;

/** A thing without its article. */
export function nounOf(text: string): string {
  const bare = trimEndOf(text.trim(), ' .,').replace(DETERMINER, '').replace(FOREIGN_ARTICLE, '');
  return bare === '' ? text.trim() : bare;
}

/** Whether a word stands before what a clause leads to, or before what it says more about. */
export function isPreposition(word: string): boolean {
  return TARGET.has(word) || MODIFIER.has(word);
}
