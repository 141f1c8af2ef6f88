import { type CanvasView, textOf } from '../expectations/canvasView.ts';
import type { Expected } from '../expectations/expected.ts';
import { matchesText } from '../expectations/matchText.ts';
import { patternsOf } from '../expectations/readNotation.ts';
import { decisionsOf, isDecided } from '../expectations/textChecks.ts';
import type { Match } from './alignment.ts';

/** How the drawn process agrees with the prose that describes it. */
export type ProcessMatch = { activities: Match; decisions: Match };

/** Activities and decisions of a canvas against those of the prose; null for a case without activities. */
export function processMatchOf(view: CanvasView, { activities, decisions }: Expected): ProcessMatch | null {
  if (activities === undefined) return null;
  const [steps, questions] = [patternsOf(activities), patternsOf(decisions)];
  const deciding = decisionsOf(view);
  const isDeciding = new Set(deciding.map(({ box }) => box.id));
  const drawn = view.boxes.filter(
    (box) =>
      box.kind === 'SHAPE' &&
      box.shape !== 'TEXT' &&
      !isDeciding.has(box.id) &&
      !/^(?:start|end)$/i.test(box.text),
  );
  const meant = drawn.filter((box) => steps.some((pattern) => matchesText(pattern, textOf(box))));
  const meantDecisions = deciding.filter(({ box, labels }) =>
    questions.some((pattern) => [textOf(box), ...labels].some((text) => matchesText(pattern, text))),
  );
  return {
    activities: {
      precision: part(meant.length, drawn.length),
      recall: part(steps.filter((pattern) => view.find(pattern).length > 0).length, steps.length),
    },
    decisions: {
      precision: part(meantDecisions.length, deciding.length),
      recall: part(questions.filter((pattern) => isDecided(view, pattern)).length, questions.length),
    },
  };
}

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);
