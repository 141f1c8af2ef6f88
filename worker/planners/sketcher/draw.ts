import { drawTemplate } from './diagrams/board.ts';
import { drawComparison } from './diagrams/comparison.ts';
import { drawFlow } from './diagrams/flow.ts';
import { drawJourney } from './diagrams/journey.ts';
import { drawKanban } from './diagrams/kanban.ts';
import { drawMindmap } from './diagrams/mindmap.ts';
import { drawOrgChart } from './diagrams/orgchart.ts';
import { drawTimeline } from './diagrams/timeline.ts';
import type { Kind } from './reading/kinds.ts';
import { readRequest, type SketchRequest } from './reading/request.ts';
import type { Drawing, Sketch } from './sketch.ts';

const artists: Record<Kind, (request: SketchRequest) => Sketch> = {
  flow: drawFlow,
  kanban: drawKanban,
  board: (request) =>
    request.template === null ? drawMindmap(request) : drawTemplate(request, request.template),
  mindmap: drawMindmap,
  timeline: drawTimeline,
  comparison: drawComparison,
  orgchart: drawOrgChart,
  journey: drawJourney,
};

/** Draws plain text (see `plainText`) as a new diagram; there is always at least one shape. */
export function drawNew(text: string): Drawing {
  const request = readRequest(text);
  return artists[request.kind](request).finish();
}
