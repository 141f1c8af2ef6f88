import { serveThread } from '../../threads/serveThread.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import type { PartialDiagram } from '../scene/expectedEdges.ts';

/** The inside of the layout thread. */
serveThread((diagram: PartialDiagram) => layOutDiagram(diagram));
