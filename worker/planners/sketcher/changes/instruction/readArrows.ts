import { ARROW } from '../../reading/evidence.ts';
import { bareClause, type Clause, type Context, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import type { Reading } from './readInstruction.ts';

/** What leads to the label of an arrow. */
const SAYS = /(?<!-):(?=\s)|\s(?:should|must)\s+(?:be\s+labell?ed|say|read)(?=\s)/i;

/** "Publish -> Newsletter -> Done", where something of it is there. */
export function readChain(clause: Clause): Command[] | null {
  if (!ARROW.test(clause.text) || leadingVerbs(clause.text).length > 0) return null;
  const [head = '', label] = clause.text.split(SAYS);
  const names = head.split(new RegExp(ARROW.source, 'u')).map((name) => name.trim());
  const isClear = names.length > 1 && names.every((name) => name !== '' && name.length <= 80);
  if (!isClear || !names.some((name) => clause.isThere(name))) return null;
  const [what = '', column = ''] = names;
  const moved = phrasesOf(what, clause);
  const isMove =
    names.length === 2 &&
    clause.isThere(column, { kind: 'FRAME' }) &&
    moved.every((phrase) => clause.isThere(phrase, { kind: 'SHAPE' }));
  if (isMove) return [{ kind: 'move', what: moved, place: { relation: 'in', of: column } }];
  return [{ kind: 'chain', names, label: label === undefined ? null : clause.names.show(label.trim()) }];
}

/** Longest instruction that is read as pairs, in characters. */
const LONGEST = 600;
const RENAME_THEM = /\b(?:rename|relabel)\s+(?:them|these|those|it)\b/i;

/** "A -> B and C -> D, just rename them". */
export function readRenamedPairs(hidden: string, { isThere, names }: Context): Reading | null {
  if (!RENAME_THEM.test(hidden) || hidden.length > LONGEST) return null;
  const pairs = hidden.split(/,|;|\n|\.\s|\s+and\s+|:\s/i).flatMap((part) => {
    const [from, to, more] = bareClause(part).split(new RegExp(ARROW.source, 'u'));
    return from === undefined || to === undefined || more !== undefined || !isThere(from)
      ? []
      : [{ from, to }];
  });
  if (pairs.length === 0) return null;
  return {
    text: hidden,
    commands: pairs.map(({ from, to }) => ({ kind: 'rename', what: from, to: names.show(to) })),
  };
}
