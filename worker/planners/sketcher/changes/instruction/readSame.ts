import { type Context, phrasesOf } from '../grammar/clause.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { SAME } from '../language/same.ts';

const SAME_FOR = new RegExp(`^${SAME}(.+)$`, 'isu');

/** "Do the same for Review": the commands before it, about something else; null where they can't be. */
export function readSame(text: string, before: readonly Command[], context: Context): Command[] | null {
  const [, other] = SAME_FOR.exec(text) ?? [];
  if (other === undefined || before.length === 0) return null;
  const commands = before.flatMap((command) => aboutOther(command, phrasesOf(other, context)) ?? []);
  return commands.length === before.length ? commands : null;
}

function aboutOther(command: Command, what: Phrase[]): Command | null {
  const [only = ''] = what;
  if ('what' in command && Array.isArray(command.what)) return { ...command, what } as Command;
  if (command.kind === 'add' && command.place !== null && what.length === 1) {
    return { ...command, place: { ...command.place, of: only } };
  }
  return null;
}
