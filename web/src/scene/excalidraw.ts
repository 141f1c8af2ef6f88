import type { BoundElement, ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { type Box, centreOf, type Point } from '../../../src/canvas/model/geometry.ts';
import { compareDrawingOrder } from '../../../src/canvas/model/objectKinds.ts';
import { arrowElement, closedShape, textElement, textLineHeight } from './elements.ts';
import type { CanvasObject, Connector, Frame, Shape } from './object.ts';
import { palette } from './palette.ts';
import { withMiddleVertex } from './polyline.ts';
import { cutToWidth, estimateWidth, wrapToWidth } from './textEstimate.ts';

/** Excalidraw's padding around a text inside a shape (`BOUND_TEXT_PADDING`), in pixels. */
const textPadding = 5;
/** The title strip of a frame, in pixels. The layout places no contents there. */
const titleStrip = { inset: 24, height: 44, fontSize: 16 };
/** Labels of connectors, in pixels. The layout reserves this width. */
const labelStyle = { fontSize: 14, maxWidth: 160 };

const elementTypes = {
  RECTANGLE: 'rectangle',
  STICKY: 'rectangle',
  ELLIPSE: 'ellipse',
  DIAMOND: 'diamond',
} as const;
/** Share of a shape's width that Excalidraw allows for its text (`getBoundTextMaxWidth`). */
const textShares = { RECTANGLE: 1, STICKY: 1, ELLIPSE: Math.SQRT1_2, DIAMOND: 0.5 } as const;

/** Opacity of an object that a running job deletes, in percent. */
const fadedOpacity = 40;

/** Id of the text that belongs to an object. */
export function textIdOf(objectId: string): string {
  return `${objectId}:text`;
}

/**
 * The Excalidraw elements that draw these objects, back to front. Their ids are the object's id, and `<id>:text` for
 * its text. Bindings are written on both sides, and only to objects that exist. Locked objects, and those for which
 * `isFixed` is true, can't be selected. An object that is drawn again in the same way has the same elements: don't
 * change them.
 */
export function toExcalidraw(
  objects: Iterable<CanvasObject>,
  { isFixed = isNone, isFaded = isNone }: Marks = {},
): ExcalidrawElement[] {
  const ordered = [...objects].sort(compareDrawingOrder);
  const present = new Set(ordered.map((object) => object.id));
  const arrows = arrowsByObject(ordered);
  return ordered.flatMap((object) => {
    const bound = arrows.get(object.id) ?? noArrows;
    const locked = object.locked || isFixed(object.id);
    const opacity = isFaded(object.id) ? fadedOpacity : 100;
    const surroundings = [
      locked,
      opacity,
      ...bound.map(({ id }) => id),
      ...missingEnds(object, present),
    ].join();
    const known = drawings.get(object);
    if (known?.surroundings === surroundings) return known.elements;
    const elements = draw(object, bound, present).map((element) => ({ ...element, locked, opacity }));
    drawings.set(object, { surroundings, elements });
    return elements;
  });
}

const noArrows: readonly BoundElement[] = [];

type Drawing = { surroundings: string; elements: readonly ExcalidrawElement[] };

/**
 * How objects were drawn last, with what that depends on besides the object itself. While a job draws on a large canvas,
 * nearly all objects stay the same from one update to the next.
 */
const drawings = new WeakMap<CanvasObject, Drawing>();

/** The ends of a connector that are not drawn. */
function missingEnds(object: CanvasObject, present: ReadonlySet<string>): string[] {
  if (object.__typename !== 'Connector') return [];
  return [object.fromId, object.toId].filter((id) => !present.has(id));
}

type Marks = { isFixed?: (id: string) => boolean; isFaded?: (id: string) => boolean };

const isNone = () => false;

function draw(
  object: CanvasObject,
  arrows: readonly BoundElement[],
  present: ReadonlySet<string>,
): ExcalidrawElement[] {
  switch (object.__typename) {
    case 'Frame':
      return drawFrame(object, arrows);
    case 'Shape':
      return drawShape(object, arrows);
    case 'Connector':
      return drawConnector(object, present);
  }
}

function arrowsByObject(objects: readonly CanvasObject[]): Map<string, BoundElement[]> {
  const arrows = new Map<string, BoundElement[]>();
  for (const object of objects) {
    if (object.__typename !== 'Connector') continue;
    for (const end of new Set([object.fromId, object.toId])) {
      arrows.set(end, [...(arrows.get(end) ?? []), { id: object.id, type: 'arrow' }]);
    }
  }
  return arrows;
}

const boundText = (id: string): BoundElement => ({ id: textIdOf(id), type: 'text' });

function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

/** A frame is drawn as a rectangle, because Excalidraw's frames have no colors. */
function drawFrame(frame: Frame, arrows: readonly BoundElement[]): ExcalidrawElement[] {
  const { frameFill, frameStroke, text } = palette[frame.color];
  const ink = { strokeColor: frameStroke, backgroundColor: frameFill };
  const height = titleStrip.fontSize * textLineHeight;
  const room = { x: frame.x + titleStrip.inset, width: Math.max(1, frame.width - 2 * titleStrip.inset) };
  const title = textElement(
    textIdOf(frame.id),
    { ...room, y: frame.y + (titleStrip.height - height) / 2 + 2, height },
    {
      text: cutToWidth(frame.title, titleStrip.fontSize, room.width),
      originalText: frame.title,
      fontSize: titleStrip.fontSize,
      color: text,
      textAlign: 'left',
      verticalAlign: 'top',
      containerId: frame.id,
      bound: [],
    },
  );
  return [closedShape('rectangle', frame.id, boxOf(frame), ink, [boundText(frame.id), ...arrows]), title];
}

function drawShape(shape: Shape, arrows: readonly BoundElement[]): ExcalidrawElement[] {
  const { fill, stroke, sticky } = palette[shape.color];
  if (shape.shape === 'TEXT') return [drawText(shape, boxOf(shape), null, arrows)];
  const ink =
    shape.shape === 'STICKY' ? { backgroundColor: sticky } : { strokeColor: stroke, backgroundColor: fill };
  const type = elementTypes[shape.shape];
  const height = shape.lines.length * shape.fontSize * textLineHeight;
  const width = Math.max(1, Math.round(shape.width * textShares[shape.shape]) - 2 * textPadding);
  const centred = centredAt(centreOf(shape), width, height);
  if (shape.lines.length === 0) return [closedShape(type, shape.id, boxOf(shape), ink, arrows)];
  return [
    closedShape(type, shape.id, boxOf(shape), ink, [boundText(shape.id), ...arrows]),
    drawText(shape, centred, shape.id, []),
  ];
}

function centredAt(centre: Point, width: number, height: number): Box {
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** Text of a shape. Without a container, it is the shape itself and has its id. */
function drawText(shape: Shape, box: Box, containerId: string | null, bound: readonly BoundElement[]) {
  return textElement(containerId === null ? shape.id : textIdOf(shape.id), box, {
    text: shape.lines.join('\n'),
    originalText: shape.text,
    fontSize: shape.fontSize,
    color: palette[shape.color].text,
    textAlign: 'center',
    verticalAlign: 'middle',
    containerId,
    bound,
  });
}

function drawConnector(connector: Connector, present: ReadonlySet<string>): ExcalidrawElement[] {
  const { id, points, label, labelAt } = connector;
  const ends = {
    from: present.has(connector.fromId) ? connector.fromId : null,
    to: present.has(connector.toId) ? connector.toId : null,
    startArrowhead: connector.startArrowhead,
    arrowhead: connector.arrowhead,
  };
  const ink = {
    strokeColor: palette[connector.color].stroke,
    strokeStyle: connector.style === 'DASHED' ? ('dashed' as const) : ('solid' as const),
  };
  if (!label || !labelAt) return [arrowElement(id, points, ends, ink, [])];
  // Excalidraw would draw a bound label on the line, so a label beside the line is not bound.
  const labelled = withMiddleVertex(points, labelAt);
  const arrow = arrowElement(id, labelled ?? points, ends, ink, labelled ? [boundText(id)] : []);
  return [arrow, drawLabel(connector, label, labelAt, labelled !== null)];
}

function drawLabel(connector: Connector, label: string, at: Point, bound: boolean): ExcalidrawElement {
  const lines = wrapToWidth(label, labelStyle.fontSize, labelStyle.maxWidth);
  const width = Math.max(...lines.map((line) => estimateWidth(line, labelStyle.fontSize)));
  const box = centredAt(at, width, lines.length * labelStyle.fontSize * textLineHeight);
  return textElement(textIdOf(connector.id), box, {
    text: lines.join('\n'),
    originalText: label,
    fontSize: labelStyle.fontSize,
    color: palette[connector.color].text,
    textAlign: 'center',
    verticalAlign: 'middle',
    containerId: bound ? connector.id : null,
    bound: [],
  });
}
