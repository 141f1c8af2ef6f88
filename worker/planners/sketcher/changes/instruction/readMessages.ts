import { drawNew } from '../../diagrams/draw.ts';
import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { leadingVerbs } from '../grammar/verbs.ts';

/** Longest clause that is read as messages, in characters. */
const LONGEST = 600;

/**
 * "Shop sends invoice to Customer" where a sequence diagram is: what a diagram of its own would show, between
 * participants that are there or new.
 */
export function readMessages(clause: Clause): Command[] | null {
  if (clause.layout !== 'sequence' || clause.text.length > LONGEST) return null;
  if (leadingVerbs(clause.text).length > 0) return null;
  const text = clause.names.show(clause.text);
  const { header, objects } = drawNew(`Sequence diagram: ${text}`);
  const names = new Map(
    objects.flatMap((each) => (each.type === 'node' ? [[each.id, each.text] as const] : [])),
  );
  const messages = objects.flatMap((each) =>
    each.type === 'edge' ? [{ from: names.get(each.from), to: names.get(each.to), label: each.label }] : [],
  );
  if (header.layout !== 'sequence' || messages.length === 0) return null;
  const isThere = (name: string) => clause.isThere(name, { kind: 'SHAPE', isOne: true });
  const known = [...names.values()].filter(isThere);
  if (messages.some(({ from, to }) => ![from, to].some((end) => end !== undefined && known.includes(end))))
    return null;
  return messages.map(
    ({ from = '', to = '', label }): Command => ({ kind: 'chain', names: [from, to], label }),
  );
}
