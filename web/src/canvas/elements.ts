import type {
  BoundElement,
  ExcalidrawArrowElement,
  ExcalidrawElement,
  ExcalidrawGenericElement,
  ExcalidrawTextElement,
  FontFamilyValues,
} from '@excalidraw/excalidraw/element/types';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';

/** Excalidraw's number for Nunito, and the line height that it gives it (`FONT_METADATA`, 0.18). */
const NUNITO: FontFamilyValues = 6;
export const LINE_HEIGHT = 1.35 as ExcalidrawTextElement['lineHeight'];

/** Excalidraw's `ROUNDNESS.ADAPTIVE_RADIUS`: corners of a fixed radius. */
const ADAPTIVE_RADIUS = 3;
const NO_TURN = 0 as ExcalidrawElement['angle'];

type Ink = { strokeColor: string; backgroundColor: string; strokeStyle: 'solid' | 'dashed' };

/** Properties that every element has. Seeds and versions are constant, so that equal objects draw equally. */
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
    angle: NO_TURN,
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

/** A closed shape. `bound` names the arrows and the text that are attached to it. */
export function closedShape(
  type: ExcalidrawGenericElement['type'],
  id: string,
  box: Box,
  ink: Partial<Ink>,
  bound: readonly BoundElement[],
): ExcalidrawElement {
  const roundness = type === 'rectangle' ? { type: ADAPTIVE_RADIUS, value: 10 } : null;
  return { ...base(id, box, ink), type, roundness, boundElements: bound } as ExcalidrawGenericElement;
}

/** What a text element says and where; `text` is as wrapped, `originalText` as written. */
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

/** A text that never re-wraps by itself: it was measured where it was laid out. */
export function textElement(id: string, box: Box, content: TextContent): ExcalidrawTextElement {
  const { color, bound, ...rest } = content;
  return {
    ...base(id, box, { strokeColor: color }),
    ...rest,
    type: 'text',
    roundness: null,
    boundElements: bound,
    fontFamily: NUNITO,
    autoResize: false,
    lineHeight: LINE_HEIGHT,
  };
}

/** What an arrow joins and how it ends. An id that is not drawn is null. */
export type ArrowEnds = { from: string | null; to: string | null; arrowhead: boolean };

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
    // Straight between its points; `elbowed` would have Excalidraw route it anew.
    roundness: null,
    elbowed: false,
    points: points.map((point) => [point.x - origin.x, point.y - origin.y]),
    lastCommittedPoint: null,
    startBinding: binding(ends.from),
    endBinding: binding(ends.to),
    startArrowhead: null,
    endArrowhead: ends.arrowhead ? 'triangle' : null,
    boundElements: bound,
  } as ExcalidrawArrowElement;
}

function extent(points: readonly Point[]): { width: number; height: number } {
  const span = (values: number[]) => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return { width: span(points.map((point) => point.x)), height: span(points.map((point) => point.y)) };
}
