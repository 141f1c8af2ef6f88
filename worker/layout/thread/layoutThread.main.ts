import { serveRequests } from '../../threads/serveRequests.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import type { PartialDiagram } from '../scene/expectedEdges.ts';

/** Runs on the layout threads. */
export default serveRequests((diagram: PartialDiagram) => layOutDiagram(diagram));
