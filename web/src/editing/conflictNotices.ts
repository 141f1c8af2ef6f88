import { cutText } from '../../../src/canvas/model/cutText.ts';
import { maxObjectsPerCanvas } from '../../../src/canvas/model/limits.ts';
import { textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { ConflictFieldsFragment, ConflictReason } from '../generated/graphql.ts';

const REASONS: Record<ConflictReason, string> = {
  CHANGED: 'was also changed elsewhere, and that change was kept',
  GONE: 'was deleted elsewhere',
  LOCKED: 'is locked',
  ENDS_GONE: 'was left out: an object at its end was deleted',
  FRAME_GONE: 'was not put into the frame: it was deleted',
  FRAME_CYCLE: 'was not put into the frame: that is inside it',
  LIMIT: `was left out: a canvas can hold at most ${maxObjectsPerCanvas.toLocaleString('en')} objects`,
};
/** Number of objects that are named; the others are counted. */
const NAMED = 3;

/** Sentences about the changes that could not be applied, and why. */
export function conflictNotices(conflicts: readonly ConflictFieldsFragment[]): string[] {
  const sentences = conflicts
    .filter((conflict) => !isAlreadyAdded(conflict))
    .map(({ object, reason }) => `${nameOf(object)} ${REASONS[reason]}.`);
  const rest = sentences.length - NAMED;
  if (rest <= 0) return [...new Set(sentences)];
  return [...new Set(sentences.slice(0, NAMED)), `And ${rest} more.`];
}

/** Whether an earlier edit, whose answer was lost, added the object. */
function isAlreadyAdded({ reason, aspects }: ConflictFieldsFragment): boolean {
  return reason === 'CHANGED' && aspects.length === 0;
}

function nameOf(object: ConflictFieldsFragment['object']): string {
  const words = object && textOf(object);
  if (words) return `“${cutText(words, 40)}”`;
  return object?.__typename === 'Connector' ? 'An arrow' : 'An object that you changed';
}
