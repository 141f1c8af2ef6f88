import { styledAtEnd } from '../grammar/attributes.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { type Action, leadingVerbs } from '../grammar/verbs.ts';
import { readAdd } from './readAdd.ts';
import { arrangeWhole } from './readArrange.ts';
import { readDuplicate, readGroup, readMerge, readSplit } from './readCombine.ts';
import { readConnect, readDisconnect, readLabel, readRedirect } from './readLines.ts';
import { readMake, readMark } from './readLooks.ts';
import { readMove, readSwap } from './readMove.ts';
import { readReverse, readSort } from './readOrder.ts';
import { clear, readRemove } from './readRemove.ts';
import { changeCase, readFix, readRename, readReplace } from './readTexts.ts';

/** Reads what follows a verb; null for what it does not understand. */
type Reader = (rest: string, clause: Clause, word: string) => Command[] | null;

const readers: Record<Action, Reader> = {
  add: readAdd,
  remove: readRemove,
  clear: (rest, clause) => clear(rest, clause),
  rename: readRename,
  replace: readReplace,
  make: readMake,
  mark: readMark,
  highlight: (rest, clause) => {
    const styled = styledAtEnd(rest);
    const [what, color] = styled?.color ? [styled.what, styled.color] : [rest, 'yellow' as const];
    return one({ kind: 'restyle', what: phrasesOf(what, clause), color, shape: null });
  },
  move: readMove,
  swap: readSwap,
  split: readSplit,
  merge: readMerge,
  group: readGroup,
  sort: readSort,
  reverse: readReverse,
  duplicate: readDuplicate,
  connect: readConnect,
  disconnect: readDisconnect,
  label: readLabel,
  redirect: readRedirect,
  arrange: (rest, clause) => arrangeWhole(rest, clause),
  revert: (rest, { names }) =>
    /^(?:(?:that|it|this|everything|all|again|das|es|ça|eso|the|my|your|letzte|last|latest|previous|dernier|dernière|último|change|changes|edit|job|step|action|of|what|you|did|just|änderung|modification|cambio|la|le|el)\s*)*$/i.test(
      names.show(rest),
    )
      ? one({ kind: 'revert' })
      : null,
  finish: (rest, clause) =>
    clause.isThere(rest) || phrasesOf(rest, clause).every((phrase) => clause.isThere(phrase))
      ? one({ kind: 'finish', what: phrasesOf(rest, clause) })
      : null,
  fix: readFix,
  letters: (rest, clause, word) => one(changeCase(rest, word, clause)),
};

/** Reads a clause that begins with a verb. */
export function readImperative(clause: Clause): Command[] | null {
  for (const { action, language, rest, word } of leadingVerbs(clause.text)) {
    const commands = readers[action](rest, { ...clause, language }, word.toLowerCase());
    if (commands !== null) return commands;
  }
  return null;
}
