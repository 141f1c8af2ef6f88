import { PRONOUN } from '../canvas/pronouns.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { readConnect } from './readLines.ts';

const LINE = '(?:with|and)\\s+(?:an?\\s+)?(?:new\\s+)?(?:arrows?|lines?|links?|connections?|connectors?)';
const GOING = '(?:\\s+(?:going|leading|pointing|coming))?';
/** "Connected to A and B", "with an arrow from A", "that points to A": what is new, and what it is connected with. */
const JOINED = new RegExp(
  `^(?<what>.+?),?\\s+(?:(?:that|which)\\s+)?(?:(?:is\\s+|are\\s+)?(?<with>(?:connected|linked|joined|attached|wired|tied)\\s+(?:up\\s+)?(?:to|with))|(?<to>${LINE}${GOING}\\s+(?:to|into)|point(?:s|ing)\\s+(?:to|at)|(?:connects|connecting|links|linking)\\s+(?:to|with))|(?<from>${LINE}${GOING}\\s+from))\\s+(?<ends>.+)$`,
  'is',
);

/**
 * An addition that ends in what it is connected with, as the addition and its connectors.
 * @param read Reads the addition without its end.
 */
export function readJoined(
  text: string,
  clause: Clause,
  read: (what: string) => Command[] | null,
): Command[] | null {
  const { what, ends, ...by } = JOINED.exec(text)?.groups ?? {};
  if (what === undefined || ends === undefined) return null;
  const isSeveral = phrasesOf(ends, clause).length > 1 && !clause.isThere(ends);
  // A single one is the place of what has no other.
  if (by.with !== undefined && !isSeveral && readPlace(what, clause).place === null) return null;
  const known: Clause = {
    ...clause,
    isThere: (phrase, wanted) => PRONOUN.test(phrase) || clause.isThere(phrase, wanted),
  };
  const connected = readConnect(by.to === undefined ? `${ends} to it` : `it to ${ends}`, known);
  const areThere = connected?.every(
    (command) =>
      command.kind === 'connect' &&
      (by.to === undefined ? command.from : command.to).every((phrase) => clause.isThere(phrase)),
  );
  const added = areThere ? read(what) : null;
  return added === null || connected === null ? null : [...added, ...connected];
}
