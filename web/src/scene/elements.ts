import type {
  BoundElement,
  ExcalidrawArrowElement,
  ExcalidrawElement,
  ExcalidrawGenericElement,
  ExcalidrawTextElement,
  FontFamilyValues,
} from '@excalidraw/excalidraw/element/types';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';

/** Excalidraw's number and line height for Nunito (`FONT_METADATA`, 0.18). */
const nunitoFamily: FontFamilyValues = 6;
export const textLineHeight = 1.35 as ExcalidrawTextElement['lineHeight'];

/** Excalidraw's `ROUNDNESS.adaptiveRadius`: corners of a fixed radius. */
const adaptiveRadius = 3;
const noRotation = 0 as ExcalidrawElement['angle'];

type Ink = { strokeColor: string; backgroundColor: string; strokeStyle: 'solid' | 'dashed' };

/** Properties of every element. Seeds and versions are constant, so that equal objects look the same. */
function base(id: string, box: Box, ink: Partial<Ink>) {
  return {
    id,
    ...box,
    strokeColor: 'transparent',
    backgroundColor: 'transparent',
    strokeStyle: 'solid' as const,
    ...ink,
    fillStyle: 'solid' as const,
    strokeWidth: 1.5,
    roughness: 0,
    opacity: 100,
    angle: noRotation,
    seed: 1,
    version: 1,
    versionNonce: 1,
    index: null,
    isDeleted: false,
    groupIds: [],
    frameId: null,
    updated: 1,
    link: null,
    locked: false,
  };
}

/** A closed shape. `bound`: the arrows and the text attached to it. */
export function closedShape(
  type: ExcalidrawGenericElement['type'],
  id: string,
  box: Box,
  ink: Partial<Ink>,
  bound: readonly BoundElement[],
): ExcalidrawElement {
  const roundness = type === 'rectangle' ? { type: adaptiveRadius, value: 10 } : null;
  return { ...base(id, box, ink), type, roundness, boundElements: bound } as ExcalidrawGenericElement;
}

/** Content and style of a text element; `text` is wrapped, `originalText` is not. */
export type TextContent = {
  text: string;
  originalText: string;
  fontSize: number;
  color: string;
  textAlign: ExcalidrawTextElement['textAlign'];
  verticalAlign: ExcalidrawTextElement['verticalAlign'];
  containerId: string | null;
  bound: readonly BoundElement[];
};

/** A text that Excalidraw does not wrap again: the layout has measured it. */
export function textElement(id: string, box: Box, content: TextContent): ExcalidrawTextElement {
  const { color, bound, ...rest } = content;
  return {
    ...base(id, box, { strokeColor: color }),
    ...rest,
    type: 'text',
    roundness: null,
    boundElements: bound,
    fontFamily: nunitoFamily,
    autoResize: false,
    lineHeight: textLineHeight,
  };
}

/** The ends of an arrow; null for an object that is not drawn. */
export type ArrowEnds = {
  from: string | null;
  to: string | null;
  startArrowhead: boolean;
  arrowhead: boolean;
};

/** An arrow along absolute points, bound to the elements at its ends. */
export function arrowElement(
  id: string,
  points: readonly Point[],
  ends: ArrowEnds,
  ink: Partial<Ink>,
  bound: readonly BoundElement[],
): ExcalidrawArrowElement {
  const origin = points[0] ?? { x: 0, y: 0 };
  const binding = (elementId: string | null) => elementId && { elementId, focus: 0, gap: 1 };
  return {
    ...base(id, { ...origin, ...extent(points) }, ink),
    type: 'arrow',
    // Straight between its points; Excalidraw would route an `elbowed` arrow itself.
    roundness: null,
    elbowed: false,
    points: points.map((point) => [point.x - origin.x, point.y - origin.y]),
    lastCommittedPoint: null,
    startBinding: binding(ends.from),
    endBinding: binding(ends.to),
    startArrowhead: ends.startArrowhead ? 'triangle' : null,
    endArrowhead: ends.arrowhead ? 'triangle' : null,
    boundElements: bound,
  } as ExcalidrawArrowElement;
}

function extent(points: readonly Point[]): { width: number; height: number } {
  const span = (values: number[]) => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return { width: span(points.map((point) => point.x)), height: span(points.map((point) => point.y)) };
}
