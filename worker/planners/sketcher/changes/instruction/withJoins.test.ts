import { expect, it } from 'vitest';
import type { Addition, Command } from '../grammar/command.ts';
import { withJoins } from './withJoins.ts';

const add = (...texts: string[]): Addition => ({
  ...{ kind: 'add', texts, isFrame: false, shape: null, color: null, place: null },
  ...{ contents: [], ways: [], label: null },
});

const connect = (from: string, to: string): Command => ({
  ...{ kind: 'connect', from: [from], to: [to], label: null, isDashed: false, insteadOf: null },
});

/** What each addition is joined with, and how often a phrase was looked at. */
function joinsIn(commands: Command[]) {
  let looks = 0;
  const show = (text: string) => {
    looks += 1;
    return text;
  };
  const readings = withJoins([{ text: '', commands }], { text: '', show, isQuoted: () => false });
  const joins = readings
    .flatMap((reading) => reading.commands ?? [])
    .flatMap((command) => (command.kind === 'add' ? [command.joins ?? null] : []));
  return { joins, looks };
}

it('joins an addition with what later commands connect it to, by name or as “it”', () => {
  const { joins } = joinsIn([
    ...[add('A'), connect('it', 'x'), add('B'), connect('the a', 'y'), connect('z', 'B')],
    ...[connect('w', 'it'), add('C')],
  ]);
  expect(joins).toEqual([['x', 'y'], ['z', 'w'], null]);
});

it('takes a name for the last addition of it', () => {
  expect(joinsIn([add('A'), connect('A', 'x'), add('A'), connect('A', 'y')]).joins).toEqual([['x'], ['y']]);
});

it.each([
  ['with names of their own', (at: number) => [add(`a${at}`), connect(`a${at}`, 'b')]],
  ['with one name', () => [add('a'), connect('a', 'b')]],
  ['without a connection', (at: number) => [add(`a${at}`)]],
])('looks at each phrase of 2,000 additions once: %s', (_, commandsOf) => {
  const commands = Array.from({ length: 2_000 }, (_each, at) => commandsOf(at)).flat();
  const { joins, looks } = joinsIn(commands);
  expect(looks).toBeLessThanOrEqual(2 * commands.length);
  expect(joins.flatMap((ends) => ends ?? []).length).toBeLessThanOrEqual(commands.length);
});
