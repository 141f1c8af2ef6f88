import type { Group } from './drawing.ts';
import { arrange, lastOf, type PartReader, type Reading } from './reading.ts';
import { arrangeAround, takeAfter } from './readPlaces.ts';
import { readTextsOf } from './readTexts.ts';
import { BESIDE, INVERSE, RELATIONS, type Relation, type Side, takeBesideKnown } from './relations.ts';

/** "A above B": the next group, with its relation to the one before it. */
export const readRelation: PartReader = (reading) => {
  const before = lastOf(reading);
  if (before === undefined) return false;
  for (const { source, as } of RELATIONS) {
    const group = takeAfter(reading, [source], as === 'around' ? 1 : 2);
    if (group === null) continue;
    readTextsOf(reading, group);
    relate(reading, before, as, group);
    return true;
  }
  return false;
};

/** "below them a box", "a box to the right": where a group stands beside the one before it. */
export const readBeside: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const last = lastOf(reading);
  if (last === undefined) return false;
  for (const { source, as } of BESIDE) {
    const group = takeAfter(reading, [source]);
    if (group !== null) {
      readTextsOf(reading, group);
      relate(reading, last, INVERSE[as], group);
      return true;
    }
    if (scanner.take(source) !== null) return moveLast(reading, drawing.groups.at(-2), as);
  }
  const beside = takeBesideKnown(reading);
  return beside !== null && moveLast(reading, beside.before, beside.as);
};

/** Moves the last group to a side of one before it. */
function moveLast(reading: Reading, before: Group | undefined, as: Side): true {
  const last = before === undefined ? undefined : reading.drawing.groups.pop();
  if (before !== undefined && last !== undefined) relate(reading, before, INVERSE[as], last);
  return true;
}

/** Adds a group, of which the one before it stands above, below and so on. */
function relate(reading: Reading, before: Group, relation: Relation, group: Group): void {
  const { groups, breaks } = reading.drawing;
  const isBefore = relation !== 'above' && relation !== 'left';
  groups.splice(groups.indexOf(before) + (isBefore ? 0 : 1), 0, group);
  if (relation === 'inside') group.contents.push(...groups.splice(groups.indexOf(before), 1));
  else if (relation === 'around' || relation === 'amid')
    arrangeAround(reading, relation === 'amid' ? before : group);
  else if (relation === 'above' || relation === 'below') {
    breaks.add(isBefore ? before : group);
    arrange(reading, 'column');
  } else arrange(reading, 'row');
}
