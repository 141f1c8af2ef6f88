import type { PlanHeader } from '../../../../src/canvas/model/plan.ts';
import type { PlannerCanvas } from '../../planner.ts';
import { drawNew } from '../diagrams/draw.ts';
import { PlanBuilder, type SketchedPlan } from '../plan/planBuilder.ts';
import { ARROW } from '../reading/evidence.ts';
import { hasWords, shorten } from '../text/plain.ts';
import { apply } from './apply.ts';
import { CanvasView } from './canvas.ts';
import { Names } from './names.ts';
import { readCommands } from './readCommands.ts';

/** Why nothing is changed, and what works instead, for the owner of the job. */
export type Refusal = { refusal: string };

/**
 * Changes an existing canvas as plain text asks. A whole diagram is drawn beside what is there. A text that asks for no
 * known change, or names nothing that may change, is refused.
 */
export function changeCanvas(text: string, canvas: PlannerCanvas): SketchedPlan | Refusal {
  const view = new CanvasView(canvas);
  const commands = readCommands(
    text,
    [...view.boxes, ...view.others].map((box) => box.text),
  );
  const plan = new PlanBuilder(canvas.title, layoutOf(view));
  const work = { view, plan, names: new Names(view, plan) };
  const known = commands.filter((command) => command.kind !== 'unknown');
  if (known.every((command) => command.kind === 'add') && drawsDiagram(text)) return drawNew(text);
  if (known.length === 0) {
    return hasStructure(text) ? drawNew(text) : refuse('This change was not understood.', view);
  }
  for (const command of commands) {
    if (command.kind === 'unknown')
      plan.warn(`Couldn’t understand this change: “${shorten(command.text, 80)}”.`);
    else apply(command, work);
  }
  return plan.empty ? refuse(plan.finish().warnings.join(' '), view) : plan.finish();
}

function refuse(reason: string, { boxes }: CanvasView): Refusal {
  const [name = 'Review'] = boxes.map((box) => box.text).filter((text) => text !== '');
  const quoted = `“${shorten(name, 40)}”`;
  const examples = `add Approval after ${quoted}; rename ${quoted} to Draft; delete ${quoted}; make ${quoted} green`;
  return { refusal: `Nothing was changed. ${reason} Examples of what works: ${examples}.` };
}

/** Whether a text shows by its form that it is content to draw: arrows, or a list of lines. */
const hasStructure = (text: string): boolean =>
  ARROW.test(text) || text.split('\n').filter(hasWords).length > 1;

/** Whether "add …" names a whole diagram rather than single things. */
const drawsDiagram = (text: string): boolean =>
  /\b(?:swot|kanban|mind ?-?map|flow ?-?chart|time ?-?line|road ?-?map|org(?:ani[sz]ation)? chart|retrospective|pros and cons|matrix|user journey)\b/i.test(
    text,
  ) && text.length > 12;

/** Layout for new objects: like what is there. */
function layoutOf(view: CanvasView): PlanHeader['layout'] {
  if (view.root() !== null) return 'mindmap';
  if (view.lines.length > 0) return 'flow';
  return view.boxes.some((box) => box.kind === 'FRAME') ? 'kanban' : 'grid';
}
