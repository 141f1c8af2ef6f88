import { trimEndOf } from '../../text/trimEnd.ts';
import type { VerbForm } from './verbs.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Prepositions before what a clause leads to. */
export const TARGET = words('to into onto in from on at with towards of behind upon against');
/** Words before what a clause only says more about. */
const MODIFIER = words(
  'for about via over through using when if by as every once after while during because per until before without',
);
export const DETERMINER =
  /^(?:the|an?|its|their|his|her|our|your|my|any|some|each|every|all|both|this|these|that|those)\s+/i;

/** A verb with what follows it. */
export type Predicate = {
  objects: string[];
  /** The verb with what belongs to it, but for the objects: "sends readings". */
  phrase: string;
  /** "when the customer answers", "via REST", '' without one. */
  circumstance: string;
  /** Whether the objects act on the subject: "is used by". */
  isPassive: boolean;
};

/** Parts "sends readings to the hub", "asks app for report", "depends on core" into the verb's phrase and its object. */
export function readPredicate([verb = '', ...after]: readonly string[], { form }: VerbForm): Predicate {
  const back = after[0] === 'back' ? ' back' : '';
  const words = back === '' ? after : after.slice(1);
  const isPassive = form === 'participle' && words[0] === 'by';
  const isDirect = TARGET.has(words[0] ?? '') || isPassive;
  const rest = isDirect ? words.slice(1) : words;
  const head = `${verb}${back}${isDirect ? ` ${words[0]}` : ''}`;
  const at = rest.findIndex(
    (word, place) => place > 0 && (MODIFIER.has(word) || (!isDirect && TARGET.has(word))),
  );
  if (at === -1) return { objects: objectsIn(rest.join(' ')), phrase: head, circumstance: '', isPassive };
  const [left, preposition = '', right] = [
    rest.slice(0, at).join(' '),
    rest[at],
    rest.slice(at + 1).join(' '),
  ];
  if (MODIFIER.has(preposition) || right === '')
    return {
      objects: objectsIn(left),
      phrase: head,
      circumstance: `${preposition} ${right}`.trim(),
      isPassive,
    };
  const circumstance = MODIFIED.exec(right)?.[0].trim() ?? '';
  return {
    objects: objectsIn(right.replace(MODIFIED, '')),
    phrase: `${head} ${left}`,
    circumstance,
    isPassive,
  };
}

const MODIFIED = new RegExp(`\\s+(?:${[...MODIFIER].join('|')})\\s.*$`, 'i');

const objectsIn = (text: string): string[] => (text === '' ? [] : [nounOf(text)]);

/** A thing without its article. */
export function nounOf(text: string): string {
  const bare = trimEndOf(text.trim(), ' .,').replace(DETERMINER, '');
  return bare === '' ? text.trim() : bare;
}
