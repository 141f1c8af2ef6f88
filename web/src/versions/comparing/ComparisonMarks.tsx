import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { type ObjectMark, ObjectMarks } from '../../editing/marks/ObjectMarks.tsx';
import { t } from '../../language/language.ts';
import { describeObjects } from '../../scene/objectTexts.ts';
import type { Comparison } from './compareVersions.ts';

type Props = { api: ExcalidrawImperativeAPI; comparison: Comparison };

/** Marks on the drawing what two versions differ in. */
export function ComparisonMarks({ api, comparison: { objects, changes } }: Props) {
  const { textOf } = describeObjects(objects);
  const marks: ObjectMark[] = [
    ...changes.added.map((object) => ({
      ...{ object, kind: 'added' as const },
      text: t('versions.compare.wasAdded', { name: textOf(object) }),
    })),
    ...changes.updated.map(({ after }) => ({
      ...{ object: after, kind: 'changed' as const },
      text: t('versions.compare.wasChanged', { name: textOf(after) }),
    })),
    ...changes.deleted.map((object) => ({
      ...{ object, kind: 'deleted' as const },
      text: t('versions.compare.wasDeleted', { name: textOf(object) }),
    })),
  ];
  return <ObjectMarks api={api} label={t('versions.compare.marks')} marks={marks} />;
}
