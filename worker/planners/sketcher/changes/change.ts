import type { PlanHeader } from '../../../../src/canvas/model/plan.ts';
import type { PlannerCanvas } from '../../planner.ts';
import { drawNew } from '../diagrams/draw.ts';
import { PlanBuilder, type SketchedPlan } from '../plan/planBuilder.ts';
import { shorten } from '../text/plain.ts';
import { apply } from './apply.ts';
import { CanvasView } from './canvas.ts';
import { Names } from './names.ts';
import { readCommands } from './readCommands.ts';

/**
 * Changes an existing canvas as plain text asks. A text that asks for no known change is drawn as new objects;
 * one that names nothing that is there becomes a note. A warning says so.
 */
export function changeCanvas(text: string, canvas: PlannerCanvas): SketchedPlan {
  const view = new CanvasView(canvas);
  const commands = readCommands(
    text,
    [...view.boxes, ...view.others].map((box) => box.text),
  );
  const plan = new PlanBuilder(canvas.title, layoutOf(view));
  const work = { view, plan, names: new Names(view, plan) };
  const known = commands.filter((command) => command.kind !== 'unknown');
  const wholeDiagram = known.every((command) => command.kind === 'add') && drawsDiagram(text);
  if (known.length === 0 || wholeDiagram) return drawBeside(text, known.length === 0);
  for (const command of commands) {
    if (command.kind === 'unknown')
      plan.warn(`Couldn’t understand this change: “${shorten(command.text, 80)}”.`);
    else apply(command, work);
  }
  if (!plan.empty) return plan.finish();
  plan.warn('Nothing was changed. Your instruction was added as a note.');
  plan.node(text, { shape: 'sticky', color: 'yellow' });
  return plan.finish();
}

/** Whether "add …" names a whole diagram rather than single things. */
const drawsDiagram = (text: string): boolean =>
  /\b(?:swot|kanban|mind ?-?map|flow ?-?chart|time ?-?line|road ?-?map|org(?:ani[sz]ation)? chart|retrospective|pros and cons|matrix|user journey)\b/i.test(
    text,
  ) && text.length > 12;

function drawBeside(text: string, unclear: boolean): SketchedPlan {
  const drawing = drawNew(text);
  const warning = 'No change of the existing objects was understood: the text was drawn as new ones.';
  return unclear ? { ...drawing, warnings: [warning, ...drawing.warnings] } : drawing;
}

/** Layout for new objects: like what is there. */
function layoutOf(view: CanvasView): PlanHeader['layout'] {
  if (view.root() !== null) return 'mindmap';
  if (view.lines.length > 0) return 'flow';
  return view.boxes.some((box) => box.kind === 'FRAME') ? 'kanban' : 'grid';
}
