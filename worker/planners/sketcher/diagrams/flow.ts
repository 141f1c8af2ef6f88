import { drawGraph, flowTitle } from '../flow/drawGraph.ts';
import { FlowGraph } from '../flow/graph.ts';
import { addErrorPath, knownFlow } from '../flow/known.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import { buildFlow } from '../process/graph/buildFlow.ts';
import { readSteps } from '../process/steps/readSteps.ts';
import type { SketchRequest } from '../reading/request.ts';
import { label, shorten } from '../text/plain.ts';
import { findProcess, unknownProcess } from '../topics/find.ts';
import { withSteps } from '../topics/process.ts';

/** Steps, decisions and loops of a process: as they were told, else as the named process usually goes. */
export function drawFlow(request: SketchRequest): PlanBuilder {
  if (/\bwhys\b/i.test(request.title)) return draw(request, fiveWhys(request.body), titleWithTopic(request));
  const told = request.body === '' ? null : toldFlow(request);
  const named = told !== null && isOneStep(told) && findProcess(request.body) !== null;
  if (told !== null && told.nodes.length > 0 && !named) {
    if (!isOneQuestion(told)) return draw(request, told, request.title || flowTitle(told));
    const plan = draw(request, withOutcomes(told), titleWithTopic(request));
    plan.warn(
      'Only a question given, so its outcomes are numbered. To name them: “Ready? yes -> Ship; no -> Fix”.',
    );
    return plan;
  }
  return drawKnown(request, named);
}

/** The process that a request names, as it usually goes. */
function drawKnown(request: SketchRequest, isNamedByBody: boolean): PlanBuilder {
  const { subject, title, body, count, errorPath } = request;
  const topic = isNamedByBody ? body : subject || title;
  const known = findProcess(topic);
  const process = known ?? unknownProcess(subject || 'Process');
  const steps = count === null ? process : withSteps(process, Math.min(count, 30));
  const graph = knownFlow(steps, count !== null && !errorPath);
  const plan = draw(
    request,
    graph,
    isNamedByBody
      ? titleWithTopic(request)
      : title || (known === null ? 'Flow chart' : `${process.name} flow`),
  );
  plan.warn(
    known === null
      ? `No steps given${topic === '' ? '' : ` for “${topic}”`}, so they are numbered. To name them: “Order -> Pack -> Ship”.`
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
  graph.add('Outcome 1', 'step');
  graph.open = [{ from: question, label: 'No' }];
  graph.add('Outcome 2', 'step');
  const [yes] = graph.edges;
  if (yes !== undefined) yes.label = 'Yes';
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

function toldFlow(request: SketchRequest): FlowGraph {
  const graph = buildFlow(readSteps(request.body));
  if (request.errorPath) addErrorPath(graph);
  return graph;
}

const draw = (request: SketchRequest, graph: FlowGraph, title: string): PlanBuilder =>
  drawGraph(graph, title, request.direction);
