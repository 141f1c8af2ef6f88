import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { memo } from 'react';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { t, useLanguage } from '../../language/language.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { describeObjects } from '../../scene/objectTexts.ts';
import { type ObjectMark, ObjectMarks } from './ObjectMarks.tsx';
import { useNewest } from './useNewest.ts';

export type JobMarksProps = {
  api: ExcalidrawImperativeAPI;
  objects: readonly CanvasObject[];
  /** Ids of the objects that a running job adds, changes and deletes. */
  added: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  deleted: ReadonlySet<string>;
};

/** Marks the objects that a running job changes or deletes and, for a short time, those that it added last. */
export const JobMarks = memo(function JobMarks({ api, objects, added, changed, deleted }: JobMarksProps) {
  useLanguage();
  const newest = useNewest(added);
  if (newest.size + changed.size + deleted.size === 0) return null;
  const { textOf } = describeObjects(objects);
  const marks = objects.flatMap((object): ObjectMark[] => {
    if (deleted.has(object.id)) {
      return [{ object, kind: 'deleted', text: t('editing.isBeingDeleted', { name: textOf(object) }) }];
    }
    if (changed.has(object.id)) {
      // A connector that is led to another place has an outline alone.
      const text = isBox(object) ? t('editing.isBeingChanged', { name: textOf(object) }) : null;
      return [{ object, kind: 'changed', text }];
    }
    return newest.has(object.id) ? [{ object, kind: 'new', text: null }] : [];
  });
  return <ObjectMarks api={api} label={t('editing.jobMarks')} marks={marks} />;
});
