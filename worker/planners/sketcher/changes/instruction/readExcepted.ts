import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { EXCEPT, EXCEPT_WORDS } from '../language/exceptions.ts';

const FIRST = new RegExp(`^(?:${EXCEPT_WORDS})\\s+(.+?),\\s+(.+)$`, 'is');

/** Longest clause that is read as one with an exception, in characters. */
const LONGEST = 400;

/**
 * "Make all boxes green except Write", "apart from Write, make all boxes green": the exception belongs to what is
 * changed, wherever it stands.
 * @param read Reads the clause without the exception.
 */
export function readExcepted(clause: Clause, read: (text: string) => Command[] | null): Command[] | null {
  if (clause.text.length > LONGEST) return null;
  const [text, spared] = partedOf(clause.text) ?? [];
  if (text === undefined || spared === undefined) return null;
  if (!phrasesOf(spared, clause).every((phrase) => clause.isThere(phrase))) return null;
  const commands = read(text) ?? [];
  const excepted = commands.flatMap((command) => spare(command, spared) ?? []);
  return excepted.length === commands.length && commands.length > 0 ? excepted : null;
}

function partedOf(text: string): [text: string, spared: string] | null {
  const [, first, rest] = FIRST.exec(text) ?? [];
  if (first !== undefined && rest !== undefined) return [rest, first];
  const at = EXCEPT.exec(text);
  return at === null ? null : [text.slice(0, at.index), text.slice(at.index + at[0].length)];
}

/** The command with an exception; null if it is about nothing that can have one. */
function spare(command: Command, spared: string): Command | null {
  switch (command.kind) {
    case 'remove':
    case 'clear':
    case 'changeCase':
    case 'restyle':
    case 'move':
    case 'finish':
    case 'group':
    case 'duplicate':
      return { ...command, what: command.what.map((phrase) => `${phrase} except ${spared}`) };
    default:
      return null;
  }
}
