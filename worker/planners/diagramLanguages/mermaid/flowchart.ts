import type { PlanColor, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { paletteColor } from '../plan/paletteColor.ts';
import { mermaidDirection, mermaidText } from './text.ts';

type Vertex = { id: string; text?: string; type?: string; styles: string[]; classes: string[] };
type Edge = { start: string; end: string; type?: string; text?: string; stroke?: string };
type SubGraph = { id: string; title: string; nodes: string[] };
type Flowchart = {
  getVertices(): ReadonlyMap<string, Vertex>;
  getEdges(): readonly Edge[];
  getSubGraphs(): readonly SubGraph[];
  getClasses(): ReadonlyMap<string, { styles: string[] }>;
  getDirection(): string | undefined;
  getDiagramTitle(): string;
};

/** Subgraphs become frames. */
export function readFlowchart(db: Flowchart): DiagramBuilder {
  const builder = new DiagramBuilder(
    db.getDiagramTitle() || 'Flowchart',
    'flow',
    mermaidDirection(db.getDirection()),
  );
  // Mermaid lists inner subgraphs before the one that holds them.
  const groups = db.getSubGraphs().toReversed();
  const parents = new Map(groups.flatMap(({ id, nodes }) => nodes.map((node) => [node, id] as const)));
  for (const { id, title } of groups) builder.frame(id, mermaidText(title), parents.get(id));
  for (const vertex of db.getVertices().values()) {
    builder.node(vertex.id, mermaidText(vertex.text) || vertex.id, {
      shape: shapes.get(vertex.type ?? '') ?? 'rect',
      color: colorOf(vertex, db),
      parent: parents.get(vertex.id) ?? null,
    });
  }
  for (const { start, end, text, stroke, type } of db.getEdges()) {
    if (stroke === 'invisible') continue;
    const isOpen = type === 'arrow_open';
    const ends = type?.startsWith('double_arrow') ? 'both' : isOpen ? 'none' : 'forward';
    builder.edge(start, end, { label: mermaidText(text), dashed: stroke === 'dotted', ends });
  }
  return builder;
}

/** Mermaid's shapes that are no rectangle here. */
const shapes = new Map<string, PlanShape>([
  ...['diamond', 'diam', 'decision', 'question', 'hexagon', 'hex'].map((name) => [name, 'diamond'] as const),
  ...['circle', 'circ', 'doublecircle', 'dbl-circ', 'ellipse', 'stadium', 'terminal', 'pill', 'sm-circ'].map(
    (name) => [name, 'ellipse'] as const,
  ),
  ...['text', 'brace', 'comment'].map((name) => [name, 'text'] as const),
]);

function colorOf({ styles, classes }: Vertex, db: Flowchart): PlanColor | null {
  const all = [...styles, ...classes.flatMap((name) => db.getClasses().get(name)?.styles ?? [])];
  const fill = all
    .map((style) => /^\s*fill\s*:\s*(.+)$/.exec(style)?.[1])
    .find((color) => color !== undefined);
  return paletteColor(fill);
}
