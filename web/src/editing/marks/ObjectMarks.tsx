import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { type Box, inflate } from '../../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { markPlace, placeStyle } from './markPlaces.ts';
import { SceneLayer } from './SceneLayer.tsx';
import './marks.css';

/** Distance of an outline from its object, in pixels. */
const MARGIN = 4;

export type MarkKind = 'new' | 'added' | 'changed' | 'deleted';
export type ObjectMark = {
  object: CanvasObject;
  kind: MarkKind;
  /** What the mark means, for screen readers; null: it has an outline alone. */
  text: string | null;
};

const icons = { new: Plus, added: Plus, changed: Pencil, deleted: Trash2 } as const;

type Props = { api: ExcalidrawImperativeAPI; label: string; marks: readonly ObjectMark[] };

/** Outlines objects, with a symbol at each that has a text. */
export function ObjectMarks({ api, label, marks }: Props) {
  if (marks.length === 0) return null;
  const badged = marks.filter(({ text }) => text !== null);
  return (
    <SceneLayer api={api} className="object-marks">
      <svg aria-hidden>
        {marks.map((mark) => (
          <Outline key={`${mark.object.id} ${mark.kind}`} {...mark} />
        ))}
      </svg>
      {badged.length > 0 && (
        <ul aria-label={label}>
          {badged.map((mark) => (
            <Badge key={mark.object.id} {...mark} />
          ))}
        </ul>
      )}
    </SceneLayer>
  );
}

function Outline({ object, kind }: ObjectMark) {
  if (isBox(object)) return <rect data-mark={kind} rx={8} {...boxOf(inflate(object, MARGIN))} />;
  return <polyline data-mark={kind} points={object.points.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

function Badge({ object, kind, text }: ObjectMark) {
  const Icon = icons[kind];
  return (
    <li data-mark={kind} style={placeStyle(markPlace(object, 'left'))}>
      <Icon aria-hidden />
      <span className="visually-hidden">{text}</span>
    </li>
  );
}
