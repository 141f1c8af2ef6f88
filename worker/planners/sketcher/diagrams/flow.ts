import type { PlanColor, PlanShape } from '../../../../src/canvas/plan.ts';
import { arrowFlow } from '../flow/arrows.ts';
import { buildFlow } from '../flow/build.ts';
import { readClauses } from '../flow/clauses.ts';
import { readCondition } from '../flow/conditions.ts';
import type { FlowGraph, FlowNode, Role } from '../flow/graph.ts';
import { addErrorPath, knownFlow } from '../flow/known.ts';
import { ARROW } from '../reading/evidence.ts';
import type { SketchRequest } from '../reading/request.ts';
import { Sketch } from '../sketch.ts';
import { shorten } from '../text/plain.ts';
import { splitCommas, splitSentences } from '../text/split.ts';
import { findProcess, generalProcess } from '../topics/find.ts';
import { withSteps } from '../topics/process.ts';

const LOOKS: Record<Role, { shape: PlanShape; color: PlanColor }> = {
  start: { shape: 'ellipse', color: 'green' },
  end: { shape: 'ellipse', color: 'green' },
  step: { shape: 'rect', color: 'blue' },
  decision: { shape: 'diamond', color: 'yellow' },
  error: { shape: 'rect', color: 'red' },
};

/** Steps, decisions and loops of a process: as they were told, else as the named process usually goes. */
export function drawFlow(request: SketchRequest): Sketch {
  const told = request.body === '' ? null : toldFlow(request);
  if (told !== null && told.nodes.length > 0) {
    return draw(request, told, request.title || titleOf(told));
  }
  const topic = request.subject || request.title;
  const known = findProcess(topic);
  const process = known ?? generalProcess(request.subject || 'Process');
  const graph = knownFlow(request.count === null ? process : withSteps(process, Math.min(request.count, 30)));
  const sketch = draw(request, graph, request.title || `${process.name} flow`);
  sketch.warn(
    known === null
      ? `No steps were given${topic === '' ? '' : ` for “${topic}”`}: the flow shows general phases.`
      : `No steps were given: the flow shows the usual ones of “${process.name}”.`,
  );
  return sketch;
}

/** "First step → last step". */
function titleOf({ nodes }: FlowGraph): string {
  const steps = nodes.filter((node) => node.role === 'step');
  const [first, last] = [steps[0] ?? nodes[0], steps.at(-1) ?? nodes.at(-1)];
  if (first === undefined || last === undefined || first === last) return first?.text ?? 'Process';
  return `${shorten(first.text, 36)} → ${shorten(last.text, 36)}`;
}

function toldFlow(request: SketchRequest): FlowGraph {
  const conditional = splitSentences(request.body)
    .flatMap(splitCommas)
    .some((clause) => readCondition(clause) !== null);
  const graph =
    ARROW.test(request.body) && !conditional ? arrowFlow(request.body) : buildFlow(readClauses(request.body));
  if (request.errorPath) addErrorPath(graph);
  return graph;
}

function draw(request: SketchRequest, graph: FlowGraph, title: string): Sketch {
  const sketch = new Sketch(title, 'flow', request.direction);
  const ids = new Map(
    graph.nodes.map((node): [FlowNode, string] => [node, sketch.node(node.text, LOOKS[node.role])]),
  );
  for (const { from, to, label, back } of graph.edges) {
    sketch.edge(ids.get(from) ?? '', ids.get(to) ?? '', { label, style: back ? 'dashed' : 'solid' });
  }
  return sketch;
}
