import { memo } from 'react';
import { t } from '../language/language.ts';
import type { CanvasObject } from './object.ts';
import { describeObjects } from './objectTexts.ts';

type Props = {
  objects: readonly CanvasObject[];
  /** Ids of the objects that a running job deletes. */
  deleted?: ReadonlySet<string> | undefined;
};

/**
 * The canvas as text for screen readers: its objects and connections. Rendered only when these change, not with each
 * change of the selection: that of a large canvas takes longer than a frame.
 */
export const CanvasOutline = memo(function CanvasOutline({ objects, deleted }: Props) {
  const { ordered, textOf } = describeObjects(objects);
  return (
    <ul className="visually-hidden" aria-label={t('editing.outline.label')}>
      {ordered.map((object) => (
        <li key={object.id}>
          {textOf(object)}
          {deleted?.has(object.id) && ` ${t('editing.outline.toBeDeleted')}`}
        </li>
      ))}
    </ul>
  );
});
