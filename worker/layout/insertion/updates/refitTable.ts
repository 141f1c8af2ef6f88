import { snapUp } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Shape } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { fitToWidth } from '../../../../src/canvas/text/sizing.ts';
import { FRAME_TITLE_HEIGHT } from '../../scene/block.ts';
import { compartmentHeight, compartmentWidth } from '../../scene/classBox.ts';
import { boxesAlong } from '../../scene/line.ts';
import type { Stage } from '../stage/stage.ts';

/** Whether a frame is a table of compartments, which touch one another. */
export function isTable(frame: CanvasObject, objects: readonly CanvasObject[]): boolean {
  const contents = objects.filter(isBox).filter(({ parentId }) => parentId === frame.id);
  const sorted = boxesAlong(contents, 'y');
  return (
    sorted.length > 0 &&
    isBox(frame) &&
    sorted.every(({ x, width }) => x === frame.x && width === frame.width)
  );
}

/**
 * Gives the texts of a table room: each compartment below the one above it, and the frame around them.
 * @returns False if the shape is no compartment
 */
export function refitTable(stage: Stage, { parentId }: Shape): boolean {
  const frame = stage.box(parentId);
  if (frame?.kind !== 'FRAME' || !isTable(frame, stage.objects)) return false;
  const contents = stage.objects.filter(isBox).filter((box) => box.parentId === frame.id);
  const compartments = boxesAlong(contents, 'y').filter((box) => box.kind === 'SHAPE');
  const width = snapUp(Math.max(frame.width, compartmentWidth(compartments.map(({ text }) => text))));
  let y = frame.y + FRAME_TITLE_HEIGHT;
  for (const each of compartments) {
    const height = Math.max(each.height, compartmentHeight(each.text, width));
    const { lines } = fitToWidth('RECTANGLE', each.text, width, each.fontSize);
    stage.put({ ...each, y, width, height, lines });
    y += height;
  }
  stage.resize(frame.id, { x: frame.x, y: frame.y, width, height: Math.max(frame.height, y - frame.y) });
  return true;
}
