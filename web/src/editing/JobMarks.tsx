import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { Pencil, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { type Box, inflate } from '../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import { t, useLanguage } from '../language/language.ts';
import type { CanvasObject } from '../scene/object.ts';
import { describeObjects } from '../scene/objectTexts.ts';
import { markPlace, placeStyle } from './markPlaces.ts';
import { SceneLayer } from './SceneLayer.tsx';
import { useNewest } from './useNewest.ts';

/** Distance of an outline from its object, in pixels. */
const MARGIN = 4;

export type JobMarksProps = {
  api: ExcalidrawImperativeAPI;
  objects: readonly CanvasObject[];
  /** Ids of the objects that a running job adds, changes and deletes. */
  added: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  deleted: ReadonlySet<string>;
};

type Kind = 'new' | 'changed' | 'deleted';
type Mark = { object: CanvasObject; kind: Kind };

/** Marks the objects that a running job changes or deletes and, for a short time, those that it added last. */
export const JobMarks = memo(function JobMarks({ api, objects, added, changed, deleted }: JobMarksProps) {
  useLanguage();
  const newest = useNewest(added);
  const marks = objects.flatMap((object): Mark[] => {
    if (deleted.has(object.id)) return [{ object, kind: 'deleted' }];
    if (changed.has(object.id)) return [{ object, kind: 'changed' }];
    return newest.has(object.id) ? [{ object, kind: 'new' }] : [];
  });
  if (marks.length === 0) return null;
  // A connector that is led to another place has an outline alone.
  const badged = marks.filter(
    ({ object, kind }) => kind === 'deleted' || (kind === 'changed' && isBox(object)),
  );
  const { textOf } = describeObjects(objects);
  return (
    <SceneLayer api={api} className="job-marks">
      <svg aria-hidden>
        {marks.map((mark) => (
          <Outline key={`${mark.object.id} ${mark.kind}`} {...mark} />
        ))}
      </svg>
      {badged.length > 0 && (
        <ul aria-label={t('editing.jobMarks')}>
          {badged.map((mark) => (
            <Badge key={mark.object.id} name={textOf(mark.object)} {...mark} />
          ))}
        </ul>
      )}
    </SceneLayer>
  );
});

function Outline({ object, kind }: Mark) {
  if (isBox(object)) return <rect data-mark={kind} rx={8} {...boxOf(inflate(object, MARGIN))} />;
  return <polyline data-mark={kind} points={object.points.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

function Badge({ object, kind, name }: Mark & { name: string }) {
  return (
    <li data-mark={kind} style={placeStyle(markPlace(object, 'left'))}>
      {kind === 'deleted' ? <Trash2 aria-hidden /> : <Pencil aria-hidden />}
      <span className="visually-hidden">
        {t(kind === 'deleted' ? 'editing.isBeingDeleted' : 'editing.isBeingChanged', { name })}
      </span>
    </li>
  );
}
