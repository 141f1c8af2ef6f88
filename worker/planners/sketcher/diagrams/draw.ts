import { applyColorWishes, takeColorWishes } from '../colors/colorWishes.ts';
import { literalReaders } from '../literal/literalReaders.ts';
import type { PlanBuilder, SketchedPlan } from '../plan/planBuilder.ts';
import type { Kind } from '../reading/kinds.ts';
import { readRequest, type SketchRequest } from '../reading/request.ts';
import { withoutGreeting } from '../text/letter.ts';
import { drawArchitecture } from './architecture.ts';
import { drawTemplate } from './board.ts';
import { drawComparison } from './comparison.ts';
import { drawDataModel } from './dataModel.ts';
import { drawFlow } from './flow.ts';
import { drawJourney } from './journey.ts';
import { drawKanban } from './kanban.ts';
import { drawLanes } from './lanes.ts';
import { drawList } from './list.ts';
import { drawMindmap } from './mindmap.ts';
import { drawOrgChart } from './orgchart.ts';
import { drawTimeline } from './timeline.ts';

const diagramPlanners: Record<Kind, (request: SketchRequest) => PlanBuilder> = {
  flow: drawFlow,
  kanban: drawKanban,
  board: (request) =>
    request.template === null ? drawMindmap(request) : drawTemplate(request, request.template),
  mindmap: drawMindmap,
  list: drawList,
  timeline: drawTimeline,
  comparison: drawComparison,
  orgchart: drawOrgChart,
  journey: drawJourney,
  data: drawDataModel,
  architecture: drawArchitecture,
  lanes: drawLanes,
};

/** Draws plain text (see `plainText`) as a new diagram; there is always at least one shape. */
export function drawNew(written: string): SketchedPlan {
  const { text, wishes } = takeColorWishes(withoutGreeting(written));
  return applyColorWishes(drawText(text), wishes);
}

function drawText(text: string): SketchedPlan {
  for (const read of literalReaders) {
    const plan = read(text);
    if (plan !== null) return plan.finish();
  }
  const request = readRequest(text);
  return diagramPlanners[request.kind](request).finish();
}
