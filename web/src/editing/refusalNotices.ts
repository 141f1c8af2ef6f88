import { cutText } from '../../../src/canvas/model/cutText.ts';
import type { RefusalReason, RefusedFieldsFragment } from '../generated/graphql.ts';

const REASONS: Record<RefusalReason, string> = {
  CHANGED: 'was changed elsewhere as well; that change stays',
  GONE: 'was deleted elsewhere',
  LOCKED: 'is locked',
  ENDS_GONE: 'was left out: what it joins is not on the canvas any more',
  LIMIT: 'was left out: a canvas holds at most 2,000 objects',
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
  return [...new Set(sentences.slice(0, NAMED)), `So with ${rest} more.`];
}

/** Something that was added before, by an edit whose answer was lost: it has been adjusted, but nothing is amiss. */
function isThereAlready({ reason, aspects }: RefusedFieldsFragment): boolean {
  return reason === 'CHANGED' && aspects.length === 0;
}

function nameOf(object: RefusedFieldsFragment['object']): string {
  const words =
    object?.__typename === 'Frame'
      ? object.title
      : object?.__typename === 'Shape'
        ? object.text
        : object?.label;
  if (words) return `“${cutText(words, 40)}”`;
  return object?.__typename === 'Connector' ? 'An arrow' : 'Something that you changed';
}
