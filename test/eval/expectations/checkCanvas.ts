import type { CanvasView } from './canvasView.ts';
import { type Check, check } from './check.ts';
import { checkConnectors } from './connectorChecks.ts';
import { checkCounts } from './countChecks.ts';
import type { Expected } from './expected.ts';
import { checkPlacement } from './placementChecks.ts';
import { checkOthers, checkTexts, checkWarning } from './textChecks.ts';

/** Every expectation of a new canvas, checked on its own. */
export function checkCanvas(view: CanvasView, expected: Expected & { fails?: string }): Check[] {
  const { failure } = view.drawn;
  if (expected.fails !== undefined)
    return [
      check(
        `the job fails with ${expected.fails}, not ${failure?.code ?? 'a canvas'}`,
        failure?.code === expected.fails,
      ),
      ...checkWarning(view, expected),
    ];
  const ends =
    failure === null ? [] : [check(`the job gives a canvas, and does not fail with ${failure.code}`, false)];
  return [...ends, ...checkWhatIsDrawn(view, expected), ...checkOthers(view, expected)];
}

/** Expectations of what is on a canvas, new or changed; not of what else is. */
export function checkWhatIsDrawn(view: CanvasView, expected: Expected): Check[] {
  return [
    ...checkTexts(view, expected),
    ...checkConnectors(view, expected),
    ...checkPlacement(view, expected),
    ...checkCounts(view, expected),
  ];
}
