import { refuse } from '../canvas/refused.ts';
import type { Command } from '../grammar/command.ts';
import { addObjects } from './addObjects.ts';
import { addFields, removeFields } from './changeFields.ts';
import { finish, restyle, restyleLines } from './changeLooks.ts';
import { changeCase, labelLines, rename, replaceWords } from './changeTexts.ts';
import { duplicate, group, merge, split } from './combineObjects.ts';
import { redate, shift } from './datedObjects.ts';
import { chain, connect, disconnect, reverseLines } from './joinObjects.ts';
import { move } from './moveObjects.ts';
import { order, reverse, sort, swap } from './orderObjects.ts';
import { clear, remove, removeLines } from './removeObjects.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

const doers: { [Kind in Command['kind']]: (command: Of<Kind>, work: Work) => void } = {
  add: addObjects,
  ...{ addFields, removeFields },
  ...{ remove, clear, removeLines, rename, redate, shift, replaceWords, changeCase, labelLines },
  ...{ restyle, restyleLines, finish, move, connect, disconnect, chain, reverseLines },
  ...{ sort, order, reverse, swap, split, merge, group, duplicate },
  arrange: ({ what, direction }, { finder, whole }) => {
    const ids = what === null ? null : finder.toChange(what).map(({ id }) => id);
    whole.arrange = { ids, direction };
  },
  revert: (_, { whole }) => {
    whole.isReverted = true;
  },
  mention: ({ what }, { finder }) => finder.remember(finder.toJoin(what)),
  unsupported: ({ reason }) => refuse(reason),
};

/** Makes one change on the canvas. @throws ChangeRefused, before anything has changed */
export function carryOut<Kind extends Command['kind']>(command: Of<Kind>, work: Work): void {
  const kind: Kind = command.kind;
  doers[kind](command, work);
}
