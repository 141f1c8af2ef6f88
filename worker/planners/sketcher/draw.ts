import { drawArchitecture } from './diagrams/architecture.ts';
import { drawTemplate } from './diagrams/board.ts';
import { drawComparison } from './diagrams/comparison.ts';
import { drawDataModel } from './diagrams/dataModel.ts';
import { drawFlow } from './diagrams/flow.ts';
import { drawJourney } from './diagrams/journey.ts';
import { drawKanban } from './diagrams/kanban.ts';
import { drawLanes } from './diagrams/lanes.ts';
import { drawMindmap } from './diagrams/mindmap.ts';
import { drawOrgChart } from './diagrams/orgchart.ts';
import { drawTimeline } from './diagrams/timeline.ts';
import type { Item } from './item.ts';
import type { Kind } from './reading/kinds.ts';
import { readRequest, type SketchRequest } from './reading/request.ts';
import type { Drawing, Sketch } from './sketch.ts';
import { jsonItems } from './text/json.ts';

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
  data: drawDataModel,
  architecture: drawArchitecture,
  lanes: drawLanes,
};

/** Draws plain text (see `plainText`) as a new diagram; there is always at least one shape. */
export function drawNew(text: string): Drawing {
  const request = readRequest(text);
  const data = jsonItems(text);
  if (data !== null) return drawData(request, data);
  return artists[request.kind](request).finish();
}

/** Data is shown as what it is: nothing in it says what to draw. */
function drawData(request: SketchRequest, items: Item[]): Drawing {
  const content = {
    kind: 'mindmap',
    certain: true,
    template: null,
    title: 'Data',
    subject: '',
    body: '',
  } as const;
  const sketch = drawMindmap({ ...request, ...content, items });
  sketch.warn('The text is JSON: the drawing shows its names and values.');
  return sketch.finish();
}
