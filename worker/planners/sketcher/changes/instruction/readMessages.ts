import { drawNew } from '../../diagrams/draw.ts';
import { thirdPersonOf } from '../../process/words/inflect.ts';
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
  const told = clause.text.replace(LET, (_, who, verb, what) => `${who} ${thirdPersonOf(verb)} ${what}`);
  return readDrawn({ ...clause, text: told }) ?? readTold({ ...clause, text: told });
}

function readDrawn(clause: Clause): Command[] | null {
  const text = clause.names.show(clause.text);
  const { header, objects } = drawNew(`Sequence diagram:\n${text}`);
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

const LET = /^let\s+(.{1,60}?)\s+(\p{Ll}+)\s+(\S.*)$/isu;

/** "The customer pays the shop", "let Shop send the bill to Customer": participants that are there, whatever the verb. */
function readTold(clause: Clause): Command[] | null {
  const isThere = (words: string[]) =>
    words.length > 0 && clause.isThere(words.join(' '), { kind: 'SHAPE', isOne: true });
  const words = clause.text.split(/\s+/);
  const sender = lengths.find((length) => isThere(words.slice(0, length)));
  if (sender === undefined || words.length > LONGEST_TOLD) return null;
  const verb = words[sender] ?? '';
  if (!/^\p{Ll}{2,}[st]$/u.test(verb)) return null;
  const rest = words.slice(sender + 1);
  for (const at of rest.keys()) {
    const length = lengths.find((each) => at + each <= rest.length && isThere(rest.slice(at, at + each)));
    if (length === undefined) continue;
    const before = trimPhrase([verb, ...rest.slice(0, at)].join(' '));
    const label = clause.names.show([before, ...rest.slice(at + length)].join(' '));
    const names = [words.slice(0, sender), rest.slice(at, at + length)].map((each) => each.join(' '));
    return [{ kind: 'chain', names, label: names.length === 2 ? label : null }];
  }
  return null;
}

const lengths = [1, 2, 3, 4];
const LONGEST_TOLD = 30;
/** Without the words that lead to the receiver: "sends a bill to the". */
const trimPhrase = (text: string): string =>
  text.replace(/(?:\s+(?:to|with|at|for|from|an|bei|mit|the|an?|der|die|das|den|dem))+$/i, '');
