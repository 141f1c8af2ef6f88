import { type Box, type Size, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { Frame, ObjectColor, Shape } from '../../../src/canvas/model/object.ts';
import type { PlanNode } from '../../../src/canvas/model/plan.ts';
import { textWidth } from '../../../src/canvas/text/font.ts';
import { BODY_FONT_SIZE, fitToWidth } from '../../../src/canvas/text/sizing.ts';
import { linesSize } from '../../../src/canvas/text/wrap.ts';
import { addedId } from './addedId.ts';
import { FRAME_TITLE_HEIGHT, titleWidth } from './block.ts';

/** Widths of a class box in pixels. */
const LEAST_WIDTH = 160;
const MOST_WIDTH = 400;
/** Free room beside and above the lines of a compartment, both sides together, in pixels. */
const PADDING = { width: 40, height: 18 };

const compartmentsOf = (node: PlanNode): readonly string[] => node.compartments ?? [];

/** Whether a node is drawn as a class box: a frame with its name, and in it a rectangle for each compartment. */
export function isClassBox(node: PlanNode): boolean {
  return compartmentsOf(node).length > 0;
}

/** The size of a class box in pixels. */
export function classBoxSize(node: PlanNode): Size {
  const width = snapUp(Math.max(LEAST_WIDTH, titleWidth(node.text), compartmentWidth(compartmentsOf(node))));
  const heights = compartmentsOf(node).map((text) => compartmentHeight(text, width));
  return { width, height: FRAME_TITLE_HEIGHT + heights.reduce((sum, height) => sum + height, 0) };
}

/** The width in pixels that the lines of compartments need, up to a limit. */
export function compartmentWidth(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'));
  const widest = Math.max(...lines.map((line) => textWidth(line, BODY_FONT_SIZE)));
  return Math.min(MOST_WIDTH, widest + PADDING.width);
}

/** The height of a compartment in pixels. */
export function compartmentHeight(text: string, width: number): number {
  const { lines } = fitToWidth('RECTANGLE', text, width, BODY_FONT_SIZE);
  return snapUp(linesSize(lines, BODY_FONT_SIZE).height + PADDING.height);
}

type Look = { color: ObjectColor; parentId: string | null };

/** The frame of a class box. */
export function classFrame(node: PlanNode, box: Box, look: Look, zIndex: number): Frame {
  return { kind: 'FRAME', id: node.id, zIndex, ...box, ...look, title: node.text };
}

/** The compartments of a class box, which fill its frame below the name. */
export function compartmentShapes(node: PlanNode, box: Box, color: ObjectColor, zIndex: number): Shape[] {
  const texts = compartmentsOf(node);
  const { width } = box;
  let y = box.y + FRAME_TITLE_HEIGHT;
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1;
    const height = isLast ? box.y + box.height - y : compartmentHeight(text, width);
    const { lines, fontSize } = fitToWidth('RECTANGLE', text, width, BODY_FONT_SIZE);
    const shape: Shape = {
      ...{ kind: 'SHAPE', id: addedId(node.id, `compartment ${index}`), zIndex: zIndex + index },
      ...{ x: box.x, y, width, height, parentId: node.id },
      ...{ shape: 'RECTANGLE', text, lines, fontSize, color },
    };
    y += height;
    return shape;
  });
}
