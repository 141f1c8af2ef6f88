import type { PlanShape } from '../../../src/canvas/model/plan.ts';
import type { CanvasView } from './canvasView.ts';
import { type Check, check } from './check.ts';
import type { Amount, Countable, Expected } from './expected.ts';
import { isOfShape } from './textChecks.ts';

/** Expectations of how many objects of a kind there are. */
export function checkCounts(view: CanvasView, { count }: Expected): Check[] {
  return Object.entries(count ?? {}).map(([kind, amount]) => {
    const found = countOf(view, kind as Countable);
    const [least, most] = rangeOf(amount);
    const wanted = least === most ? least : `${least} to ${most}`;
    return check(`${kind}: ${wanted}, not ${found}`, found >= least && found <= most);
  });
}

const rangeOf = (amount: Amount): readonly [number, number] =>
  typeof amount === 'number' ? [amount, amount] : amount;

function countOf({ boxes, connectors }: CanvasView, kind: Countable): number {
  if (kind === 'connector') return connectors.length;
  if (kind === 'object') return boxes.length + connectors.length;
  if (kind === 'frame') return boxes.filter((box) => box.kind === 'FRAME').length;
  // A heading is no step.
  if (kind === 'shape') return boxes.filter((box) => box.kind === 'SHAPE' && box.shape !== 'TEXT').length;
  return boxes.filter((box) => isOfShape(box, kind satisfies PlanShape)).length;
}
