import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import { FRAME_TITLE_FONT_SIZE } from '../../../worker/layout/scene/block.ts';
import { labelBox } from '../../../worker/layout/scene/labels.ts';

/** A drawn graph without its texts: what this project, Graphviz and Mermaid have in common. Lengths are in pixels. */
export type Picture = {
  boxes: PictureBox[];
  lines: PictureLine[];
  /** Participants of a sequence diagram by the ids of the boxes on their lifelines. */
  participants?: ReadonlyMap<string, string>;
  /** Smallest size of any text. */
  fontSize: number;
};

export type PictureBox = Box & { id: string; parentId: string | null; isFrame: boolean };

export type PictureLine = {
  fromId: string;
  toId: string;
  /** A polyline; curves are flattened. */
  points: Point[];
  label: Box | null;
  isLabelled: boolean;
  isArrow: boolean;
};

/** The picture of canvas objects. */
export function pictureOf(objects: readonly CanvasObject[]): Picture {
  // Messages cross lifelines as they must.
  const lifelines = findLifelines(objects);
  const connectors = objects.filter(isConnector).filter(({ id }) => !lifelines.lines.has(id));
  const lines = connectors.map(({ fromId, toId, points, label, labelAt, arrowhead }) => ({
    ...{
      fromId,
      toId,
      points,
      label: labelBox(label, labelAt) ?? null,
      isLabelled: label !== null,
      // Superclasses stand above their subclasses, whichever way the rest leads.
      isArrow: arrowhead && label !== 'extends' && label !== 'implements',
    },
  }));
  const boxes = objects.filter(isBox).map(({ id, parentId, kind, x, y, width, height }) => ({
    ...{ id, parentId, x, y, width, height, isFrame: kind === 'FRAME' },
  }));
  const fontSize = Math.min(...objects.map(fontSizeOf), FRAME_TITLE_FONT_SIZE);
  return { boxes, lines, fontSize, participants: lifelines.participants };
}

function fontSizeOf(object: CanvasObject): number {
  if (object.kind === 'SHAPE') return object.text === '' ? Infinity : object.fontSize;
  if (object.kind === 'FRAME') return FRAME_TITLE_FONT_SIZE;
  return object.label === null ? Infinity : fitLabel(object.label).fontSize;
}
