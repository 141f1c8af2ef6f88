import type { Process } from '../topics/process.ts';
import { FlowGraph } from './graph.ts';

/** A flow of a known process, with its usual check and the way back from a failure, or only the steps that were counted. */
export function knownFlow(process: Process, isCounted: boolean): FlowGraph {
  const graph = new FlowGraph();
  if (isCounted) {
    for (const step of process.steps) graph.add(step, 'step');
    return graph;
  }
  graph.add(process.start, 'start');
  for (const step of process.steps) {
    graph.add(step, 'step');
    if (step === process.check.after) addCheck(graph, process);
  }
  graph.add(process.end, 'end');
  return graph;
}

function addCheck(graph: FlowGraph, { check }: Process): void {
  const checked = graph.nodes.at(-1);
  const question = graph.add(check.question, 'decision');
  graph.open = [{ from: question, label: 'No' }];
  graph.add(check.fix, 'error');
  if (checked !== undefined) graph.joinTo(checked, true);
  graph.open = [{ from: question, label: 'Yes' }];
}

/** Gives a flow without a decision the error path that was asked for, behind its last step but one. */
export function addErrorPath(graph: FlowGraph): void {
  if (graph.nodes.some((node) => node.role === 'decision')) return;
  const steps = graph.nodes.filter((node) => node.role === 'step');
  const checked = steps.at(-2) ?? steps.at(-1);
  if (checked === undefined) return;
  const question = graph.insertAfter(checked, 'Successful?', 'decision', 'Yes');
  const open = graph.open;
  graph.open = [{ from: question, label: 'No' }];
  graph.add('Show the error and retry', 'error');
  graph.joinTo(checked, true);
  graph.open = open;
}
