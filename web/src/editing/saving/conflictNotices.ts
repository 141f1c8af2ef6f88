import { cutText } from '../../../../src/canvas/model/cutText.ts';
import { maxObjectsPerCanvas } from '../../../../src/canvas/model/limits.ts';
import { textOf } from '../../../../src/canvas/model/objectKinds.ts';
import type { ConflictFieldsFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';

/** Number of objects that are named; the others are counted. */
const NAMED = 3;

/** Sentences about the changes that could not be applied, and why. */
export function conflictNotices(conflicts: readonly ConflictFieldsFragment[]): string[] {
  const sentences = conflicts
    .filter((conflict) => !isAlreadyAdded(conflict))
    .map(({ object, reason }) =>
      t(`editing.conflict.${reason}`, { name: nameOf(object), limit: maxObjectsPerCanvas }),
    );
  const rest = sentences.length - NAMED;
  if (rest <= 0) return [...new Set(sentences)];
  return [...new Set(sentences.slice(0, NAMED)), t('editing.conflict.more', { count: rest })];
}

/** Whether an earlier edit, whose answer was lost, added the object. */
function isAlreadyAdded({ reason, aspects }: ConflictFieldsFragment): boolean {
  return reason === 'CHANGED' && aspects.length === 0;
}

function nameOf(object: ConflictFieldsFragment['object']): string {
  const words = object && textOf(object);
  if (words) return t('editing.conflict.named', { name: cutText(words, 40) });
  return t(object?.__typename === 'Connector' ? 'editing.conflict.anArrow' : 'editing.conflict.anObject');
}
