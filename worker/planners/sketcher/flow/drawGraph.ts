import type { PlanColor, PlanDirection, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { shorten } from '../text/plain.ts';
import type { FlowGraph, FlowNode, Role } from './graph.ts';

/** How the parts of a flow look. */
export const LOOKS: Record<Role, { shape: PlanShape; color: PlanColor }> = {
  start: { shape: 'ellipse', color: 'green' },
  end: { shape: 'ellipse', color: 'green' },
  step: { shape: 'rect', color: 'blue' },
  decision: { shape: 'diamond', color: 'yellow' },
  error: { shape: 'rect', color: 'red' },
};

/** Draws a flow. */
export function drawGraph(graph: FlowGraph, title: string, direction: PlanDirection | null): PlanBuilder {
  const plan = new PlanBuilder(title, 'flow', direction);
  addGraph(plan, graph, ({ text, role }) => ({ text, ...LOOKS[role] }));
  return plan;
}

type Box = { text: string; shape: PlanShape; color: PlanColor; parent?: string };

/** Adds the nodes of a flow, as boxes, and its arrows; those that lead back are dashed. */
export function addGraph(plan: PlanBuilder, graph: FlowGraph, boxOf: (node: FlowNode) => Box): void {
  const ids = new Map<FlowNode, string>();
  for (const node of graph.nodes) {
    const { text, ...look } = boxOf(node);
    ids.set(node, plan.node(text, look));
  }
  for (const { from, to, label, back } of graph.edges)
    plan.edge(ids.get(from) ?? '', ids.get(to) ?? '', { label, style: back ? 'dashed' : 'solid' });
}

/** A title for a flow that has none: "First step → last step". */
export function flowTitle({ nodes }: FlowGraph): string {
  const steps = nodes.filter((node) => node.role === 'step');
  const [first, last] = [steps[0] ?? nodes[0], steps.at(-1) ?? nodes.at(-1)];
  if (first === undefined || last === undefined || first === last) return first?.text ?? 'Process';
  return `${shorten(first.text, 36)} → ${shorten(last.text, 36)}`;
}
