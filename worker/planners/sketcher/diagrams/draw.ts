import type { CompletePlan } from '../../completePlan.ts';
import { causesTemplate } from '../boards/planning.ts';
import { applyColorWishes, takeColorWishes } from '../colors/colorWishes.ts';
import type { Kind } from '../instruction/kinds.ts';
import { withoutGreeting } from '../instruction/letter.ts';
import { takeWishes } from '../instruction/wishes.ts';
import { type LiteralReader, literalReaders, pictureReaders } from '../literal/literalReaders.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import { readRequest, type SketchRequest } from '../reading/request.ts';
import { answersIn } from '../text/answers.ts';
import { drawTemplate } from './board.ts';
import { drawCauses } from './causes.ts';
import { drawComparison } from './comparison.ts';
import { drawFlow } from './flow.ts';
import { drawJourney } from './journey.ts';
import { drawKanban } from './kanban.ts';
import { drawLanes } from './lanes.ts';
import { drawList } from './list.ts';
import { drawMindmap } from './mindmap.ts';
import { drawOrgChart } from './orgchart.ts';
import { drawSystem } from './systems.ts';
import { drawTimeline } from './timeline.ts';

const diagramPlanners: Record<Kind, (request: SketchRequest) => PlanBuilder> = {
  flow: drawFlow,
  kanban: drawKanban,
  board: drawBoard,
  mindmap: drawMindmap,
  list: drawList,
  timeline: drawTimeline,
  comparison: drawComparison,
  orgchart: drawOrgChart,
  journey: drawJourney,
  data: drawSystem,
  architecture: drawSystem,
  lanes: drawLanes,
};

function drawBoard(request: SketchRequest): PlanBuilder {
  if (request.template === null) return drawMindmap(request);
  const causes = request.template === causesTemplate ? drawCauses(request) : null;
  return causes ?? drawTemplate(request, request.template);
}

/** Draws plain text (see `plainText`) as a new diagram; there is always at least one shape. */
export function drawNew(written: string): CompletePlan {
  const { text, wishes } = takeColorWishes(withoutGreeting(written));
  const plan = firstRead(pictureReaders, text)?.finish() ?? drawDiagram(text);
  return withGuess(text, withAnswersIn(text, applyColorWishes(plan, wishes)));
}

/** Signs alone, which are neither words nor arrows, bullets or joints. */
const NOISE = /^(?!(?:[<>|~=.–—-]+|\S)$)[^\p{L}\p{N}\p{Extended_Pictographic}]+$/u;

/** Says so where much of a text are signs that mean nothing. */
function withGuess(text: string, plan: CompletePlan): CompletePlan {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const noise = words.filter((word) => NOISE.test(word));
  if (noise.length < 2 || noise.length * 4 < words.length) return plan;
  const warning = `Not all of this text could be read, such as “${noise[0]}”, so the drawing is a guess. Write it like “Order -> Pack -> Ship”.`;
  return { ...plan, warnings: [warning, ...plan.warnings] };
}

/** Answers that nobody typed are in the language of the text. */
function withAnswersIn(text: string, plan: CompletePlan): CompletePlan {
  const { yes, no } = answersIn(text);
  if (yes === 'Yes' || /\byes\b/i.test(text)) return plan;
  const objects = plan.objects.map((object) => {
    if (object.type !== 'edge') return object;
    if (object.label === 'Yes') return { ...object, label: yes };
    return object.label === 'No' ? { ...object, label: no } : object;
  });
  return { ...plan, objects };
}

function drawDiagram(written: string): CompletePlan {
  const { text, direction } = takeWishes(written);
  const { header, ...plan } = (firstRead(literalReaders, text) ?? drawRequest(text)).finish();
  return { header: { ...header, direction: direction ?? header.direction }, ...plan };
}

function firstRead(readers: readonly LiteralReader[], text: string): PlanBuilder | null {
  for (const read of readers) {
    const plan = read(text);
    if (plan !== null) return plan;
  }
  return null;
}

function drawRequest(text: string): PlanBuilder {
  const request = readRequest(text);
  return diagramPlanners[request.kind](request);
}
