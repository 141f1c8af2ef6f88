import { PRONOUN } from '../canvas/pronouns.ts';
import type { Addition, Command, Phrase } from '../grammar/command.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { withoutArticle } from '../language/words.ts';
import type { Reading } from './readInstruction.ts';

/**
 * Readings in which an addition names what later commands connect it with: "add A and connect it to B" asks for one
 * connector, and for none at the place where a new step would come otherwise. A name means the last addition of it.
 */
export function withJoins(readings: readonly Reading[], names: HiddenNames): Reading[] {
  const joins = joinsOf(
    readings.flatMap(({ commands }) => commands ?? []),
    names,
  );
  const joined = (command: Command): Command => {
    if (command.kind !== 'add') return command;
    const ends = joins.get(command);
    return ends === undefined ? command : { ...command, joins: ends.flat() };
  };
  return readings.map((reading) => ({ ...reading, commands: reading.commands?.map(joined) ?? null }));
}

/** What commands connect the additions before them with. Reads each command once: there may be thousands. */
function joinsOf(commands: readonly Command[], names: HiddenNames): Map<Addition, (readonly Phrase[])[]> {
  const joins = new Map<Addition, (readonly Phrase[])[]>();
  const byText = new Map<string, Addition>();
  let last: Addition | undefined;
  const meant = (phrases: readonly Phrase[]) =>
    new Set(
      phrases.flatMap(
        (phrase) => (PRONOUN.test(phrase) ? last : byText.get(spelt(names.show(phrase)))) ?? [],
      ),
    );
  const join = (addition: Addition, ends: readonly Phrase[]) => {
    const known = joins.get(addition);
    if (known === undefined) joins.set(addition, [ends]);
    else known.push(ends);
  };
  for (const command of commands) {
    if (command.kind === 'add') {
      last = command;
      for (const text of command.texts) byText.set(spelt(text), command);
    }
    if (command.kind !== 'connect' || command.insteadOf !== null) continue;
    const { from, to } = command;
    const starts = meant(from);
    for (const addition of starts) join(addition, to);
    for (const addition of meant(to)) if (!starts.has(addition)) join(addition, from);
  }
  return joins;
}

const spelt = (text: string): string => withoutArticle(text).toLowerCase();
