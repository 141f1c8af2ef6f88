import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText, statedDirection } from './text.ts';

type StateNode = { id: string; shape: string; label?: unknown; description?: unknown; parentId?: string };
type Transition = { start: string; end: string; label?: string; arrowhead?: string };
type StateDiagram = {
  getData(): { nodes: readonly StateNode[]; edges: readonly Transition[] };
  getDiagramTitle(): string;
};

/** What stands in a state that has no text. */
const marks = new Map<string, { text: string; shape: PlanShape }>([
  ['stateStart', { text: 'Start', shape: 'ellipse' }],
  ['stateEnd', { text: 'End', shape: 'ellipse' }],
  ['choice', { text: '?', shape: 'diamond' }],
  ['fork', { text: 'Fork', shape: 'rect' }],
  ['join', { text: 'Join', shape: 'rect' }],
  ['forkJoin', { text: 'Fork / join', shape: 'rect' }],
]);

/** Composite states become frames. */
export function readStates(db: StateDiagram, source: string): DiagramBuilder {
  const title = db.getDiagramTitle() || 'State diagram';
  const builder = new DiagramBuilder(title, 'state', statedDirection(source));
  const { nodes, edges } = db.getData();
  // A note has a group of its own around it and its state.
  const drawn = nodes.filter(({ shape }) => shape !== 'noteGroup');
  // A divider is a part without a name of a composite state.
  const dividers = new Map(
    drawn.flatMap(({ id, shape, parentId }) => (shape === 'divider' ? [[id, parentId ?? ''] as const] : [])),
  );
  const parentOf = ({ parentId = '' }: StateNode) => dividers.get(parentId) ?? parentId;
  const groups = drawn.filter(({ shape }) => shape === 'roundedWithTitle');
  for (const group of groups) builder.frame(group.id, textOf(group) || group.id, parentOf(group));
  for (const node of drawn.filter(({ id }) => !dividers.has(id))) {
    const mark = marks.get(node.shape);
    const isNote = node.shape === 'note';
    builder.node(node.id, mark?.text ?? (textOf(node) || node.id), {
      shape: mark?.shape ?? (isNote ? 'sticky' : 'rect'),
      color: isNote ? 'yellow' : null,
      parent: parentOf(node),
    });
  }
  for (const { start, end, label, arrowhead } of edges) {
    const isNote = arrowhead === 'none';
    const ends = isNote ? 'none' : 'forward';
    builder.edge(start, end, { label: mermaidText(label), dashed: isNote, ends });
  }
  return builder;
}

/** The name or description; a state with both has the name as label, and the other lines as its description. */
function textOf({ label, description }: StateNode): string {
  return [label, description]
    .flat()
    .filter((line): line is string => typeof line === 'string')
    .map((line) => mermaidText(line))
    .filter((line) => line !== '')
    .join('\n');
}
