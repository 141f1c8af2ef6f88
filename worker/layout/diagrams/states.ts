import { snapUp } from '../../../src/canvas/model/geometry.ts';
import { BODY_FONT_SIZE, fitToWidth } from '../../../src/canvas/text/sizing.ts';
import { linesSize } from '../../../src/canvas/text/wrap.ts';
import { flowBlock } from '../flow/flow.ts';
import type { Block } from '../scene/block.ts';
import type { Item, Scene } from '../scene/scene.ts';

/** Width of the mark of a start or an end, in pixels. */
const MARK_WIDTH = 80;

/** States and their transitions as a flow, in which starts and ends are small. */
export function stateBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const fitted = new Map(scene.fitted);
  for (const item of scene.items.values()) {
    if (item.type !== 'node' || item.shape !== 'ellipse') continue;
    const mark = fitToWidth('ELLIPSE', item.text, MARK_WIDTH, BODY_FONT_SIZE);
    if (mark.lines.length > 1 || mark.width > MARK_WIDTH) continue;
    fitted.set(item.id, { ...mark, height: markHeight(mark.lines) });
  }
  return flowBlock({ ...scene, fitted }, items, scene.direction);
}

/** The text fits into the rectangle within the ellipse, with 5 px above and below it. */
const markHeight = (lines: readonly string[]): number =>
  Math.max(32, snapUp((linesSize(lines, BODY_FONT_SIZE).height + 11) / Math.SQRT1_2));
