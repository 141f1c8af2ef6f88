import { cutText } from '../../../src/canvas/model/cutText.ts';
import { maxObjectsPerCanvas } from '../../../src/canvas/model/limits.ts';
import { textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { ConflictReason, RefusedFieldsFragment } from '../generated/graphql.ts';

const REASONS: Record<ConflictReason, string> = {
  CHANGED: 'was also changed elsewhere, and that change was kept',
  GONE: 'was deleted elsewhere',
  LOCKED: 'is locked',
  ENDS_GONE: 'was left out: an object at its end was deleted',
  LIMIT: `was left out: a canvas can hold at most ${maxObjectsPerCanvas.toLocaleString('en')} objects`,
};
/** How many things are named; of the others there is only the number. */
const NAMED = 3;

/** What the person is told about the changes that could not be made, and why. */
export function refusalNotices(refused: readonly RefusedFieldsFragment[]): string[] {
  const sentences = refused
    .filter((refusal) => !isThereAlready(refusal))
    .map(({ object, reason }) => `${nameOf(object)} ${REASONS[reason]}.`);
  const rest = sentences.length - NAMED;
  if (rest <= 0) return [...new Set(sentences)];
  return [...new Set(sentences.slice(0, NAMED)), `And ${rest} more.`];
}

/** Something that was added before, by an edit whose answer was lost: it has been adjusted, but nothing is amiss. */
function isThereAlready({ reason, aspects }: RefusedFieldsFragment): boolean {
  return reason === 'CHANGED' && aspects.length === 0;
}

function nameOf(object: RefusedFieldsFragment['object']): string {
  const words = object && textOf(object);
  if (words) return `“${cutText(words, 40)}”`;
  return object?.__typename === 'Connector' ? 'An arrow' : 'An object that you changed';
}
