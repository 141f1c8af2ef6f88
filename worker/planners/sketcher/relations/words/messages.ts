import type { Clause } from './clause.ts';

/** Verbs whose object is spoken to: "asks the server". */
const ADDRESSES =
  /^(?:ask|call|query|request|contact|tell|inform|notify|invoke|prompt|alert|email|poll|trigger|visit|open|answer|redirect|greet|thank)$/;
/** Verbs whose object is what is said or handed over: "returns the user". */
const HANDS_OVER = /^(?:return|send|give|provide|deliver|respond|forward|pass|reply|issue|emit|push)$/;

/** What a clause of a sequence says: to whom, and what. `to` is null where the clause names nobody. */
export type Message = { to: string | null; text: string };

/** Parts the objects of a clause into whom it speaks to and what is said: "enters password", "sends it to the server". */
export function messageOf(
  { verb, phrase, objects, circumstance }: Clause,
  isActor: (name: string) => boolean,
): Message {
  const [to = ''] = objects;
  const isDirect = !phrase.includes(' ') || (/ (?:with|as)$/.test(phrase) && !isActor(to));
  const isTo =
    to !== '' && (!isDirect || ADDRESSES.test(verb.base) || (isActor(to) && !HANDS_OVER.test(verb.base)));
  const words = [phrase, ...(isTo ? [] : [objects.join(', ')]), circumstance];
  return { to: isTo ? to : null, text: words.filter((word) => word !== '').join(' ') };
}
