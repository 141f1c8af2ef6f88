import type { PlanColor, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { buildFlow } from '../flow/build.ts';
import { readClauses } from '../flow/clauses.ts';
import { FlowGraph, type FlowNode, type Role } from '../flow/graph.ts';
import { addErrorPath, knownFlow } from '../flow/known.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { label, shorten } from '../text/plain.ts';
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
export function drawFlow(request: SketchRequest): PlanBuilder {
  if (/\bwhys\b/i.test(request.title)) return draw(request, fiveWhys(request.body), titleWithTopic(request));
  const told = request.body === '' ? null : toldFlow(request);
  const named = told !== null && isOneStep(told) && findProcess(request.body) !== null;
  if (told !== null && told.nodes.length > 0 && !named) {
    if (!isOneQuestion(told)) return draw(request, told, request.title || titleOf(told));
    const plan = draw(request, withOutcomes(told), titleWithTopic(request));
    plan.warn('Only a question given, so these are starter outcomes.');
    return plan;
  }
  const topic = named ? request.body : request.subject || request.title;
  const known = findProcess(topic);
  const process = known ?? generalProcess(request.subject || 'Process');
  const graph = knownFlow(request.count === null ? process : withSteps(process, Math.min(request.count, 30)));
  const plan = draw(
    request,
    graph,
    named ? titleWithTopic(request) : request.title || `${process.name} flow`,
  );
  plan.warn(
    known === null
      ? `No steps given${topic === '' ? '' : ` for “${topic}”`}, so these are general phases.`
      : `No steps given, so these are the typical steps of “${process.name}”.`,
  );
  return plan;
}

/** "Sequence: user logs in". */
const titleWithTopic = ({ title, body }: SketchRequest) =>
  [title, shorten(body.trim(), 60)].filter((part) => part !== '').join(': ');

const isOneStep = ({ nodes }: FlowGraph) =>
  nodes.filter((node) => node.role === 'step').length === 1 &&
  nodes.every((node) => node.role !== 'decision');

const isOneQuestion = ({ nodes }: FlowGraph) =>
  nodes.filter((node) => node.role === 'decision').length === 1 &&
  nodes.every((node) => node.role !== 'step' && node.role !== 'error');

/** A question with an answer on each side. */
function withOutcomes({ nodes }: FlowGraph): FlowGraph {
  const graph = new FlowGraph();
  const question = graph.add(nodes.find((node) => node.role === 'decision')?.text ?? '', 'decision');
  graph.add('What speaks for it? Do it', 'step');
  graph.open = [{ from: question, label: 'no' }];
  graph.add('What speaks against it? Leave it', 'error');
  const [yes] = graph.edges;
  if (yes !== undefined) yes.label = 'yes';
  return graph;
}

/** From a problem down to its cause, one question after the other. */
function fiveWhys(problem: string): FlowGraph {
  const graph = new FlowGraph();
  graph.add(label(problem) || 'The problem', 'error');
  for (let depth = 1; depth <= 5; depth += 1) graph.add(`${depth}. Why?`, 'step');
  graph.add('Root cause, and what to change', 'end');
  return graph;
}

/** "First step → last step". */
function titleOf({ nodes }: FlowGraph): string {
  const steps = nodes.filter((node) => node.role === 'step');
  const [first, last] = [steps[0] ?? nodes[0], steps.at(-1) ?? nodes.at(-1)];
  if (first === undefined || last === undefined || first === last) return first?.text ?? 'Process';
  return `${shorten(first.text, 36)} → ${shorten(last.text, 36)}`;
}

function toldFlow(request: SketchRequest): FlowGraph {
  const graph = buildFlow(readClauses(request.body));
  if (request.errorPath) addErrorPath(graph);
  return graph;
}

function draw(request: SketchRequest, graph: FlowGraph, title: string): PlanBuilder {
  const plan = new PlanBuilder(title, 'flow', request.direction);
  const ids = new Map(
    graph.nodes.map((node): [FlowNode, string] => [node, plan.node(node.text, LOOKS[node.role])]),
  );
  for (const { from, to, label, back } of graph.edges) {
    plan.edge(ids.get(from) ?? '', ids.get(to) ?? '', { label, style: back ? 'dashed' : 'solid' });
  }
  return plan;
}
