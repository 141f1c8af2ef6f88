import { PRONOUN } from '../canvas/pronouns.ts';
import type { Addition, Command, Phrase } from '../grammar/command.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { withoutArticle } from '../language/words.ts';
import type { Reading } from './readInstruction.ts';

/**
 * Readings in which an addition names what later commands connect it with: "add A and connect it to B" asks for one
 * connector, and for none at the place where a new step would come otherwise.
 */
export function withJoins(readings: readonly Reading[], names: HiddenNames): Reading[] {
  const all = readings.flatMap(({ commands }) => commands ?? []);
  const joined = (command: Command): Command => {
    if (command.kind !== 'add') return command;
    const joins = joinsOf(command, all.slice(all.indexOf(command) + 1), names);
    return joins === null ? command : { ...command, joins };
  };
  return readings.map((reading) => ({ ...reading, commands: reading.commands?.map(joined) ?? null }));
}

/** What later commands connect an addition with; null if none connects it. */
function joinsOf({ texts }: Addition, later: readonly Command[], names: HiddenNames): Phrase[] | null {
  const own = new Set(texts.map(spelt));
  const next = later.findIndex(({ kind }) => kind === 'add');
  const ends = later.flatMap((command, at) => {
    if (command.kind !== 'connect' || command.insteadOf !== null) return [];
    const isIt = next < 0 || at < next;
    const isMeant = (phrase: Phrase) => (isIt && PRONOUN.test(phrase)) || own.has(spelt(names.show(phrase)));
    const { from, to } = command;
    if (from.some(isMeant)) return [to];
    return to.some(isMeant) ? [from] : [];
  });
  return ends.length === 0 ? null : ends.flat();
}

const spelt = (text: string): string => withoutArticle(text).toLowerCase();
