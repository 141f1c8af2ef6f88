import type { PlanDirection } from '../../../../../src/canvas/model/plan.ts';
import type { Box, EditedCanvas, Line } from '../canvas/editedCanvas.ts';
import type { Finder } from '../canvas/finder.ts';

/** What commands work on. */
export type Work = {
  canvas: EditedCanvas;
  finder: Finder;
  warn(message: string): void;
  /** The connectors that came with additions, and what the latest one stands beside. */
  added: { lines: Set<Line>; beside: readonly Box[] };
  /** What the attempt does with the whole canvas, beside the changes of `canvas`. */
  whole: {
    arrange: { ids: string[] | null; direction: PlanDirection | null } | null;
    isReverted: boolean;
    /** Whether a sequence diagram is drawn again. */
    isSequence: boolean;
  };
};
