import { label } from '../text/plain.ts';
import { mostLike, stems } from '../text/words.ts';
import type { Branch, Clause } from './clauses.ts';
import { isFailure, isSuccess, questionOf } from './conditions.ts';
import { FlowGraph, type FlowNode, type OpenEnd, type Role } from './graph.ts';

const BACK =
  /^(?:(?:we|they|it|user|customer|process)\s+)?(?:(?:go(?:es)?|return(?:s|ed)?|jump|loop|come|move|send|sends|sent|hand|is sent|are sent|start)\s+)?(?:it\s+|them\s+)?(?:back|return|returns)\s+(?:to|at|with|into|for)\s+(?:the\s+)?(.+)$/i;
const REPEAT = /^(?:repeat|redo)(?:\s+(?:from\s+)?(?:the\s+)?(.+))?$/i;
const RETRY = /\b(?:re-?tr(?:y|ies)|try again|tries again|start over|start again|restart|once more|again)\b/i;
const MENDS =
  /^(?:\S+\s+)?(?:fix|correct|re-?send|revise|update|re-?submit|edit|rework|repair|resolve|re-?enter|improve|adjust|debug|rewrite|re-?open|clarify|amend)(?:s|es)?\b/i;
const STOPS =
  /^(?:stop|end|exit|quit|cancel|abort|reject|terminate|close|finish|give up|archive|discard|decline)(?:s|es)?\b/i;
/** An event that sets the process off. */
const TRIGGER = /^(?:when(?:ever)?|once|as soon as|after)\s+(?:the\s+|an?\s+)?(.+)$/i;
/** A state that nobody wants to end in. */
const UNWANTED = /^(?:cancell?ed|rejected|failed|declined|expired|refused|lost)$/i;
const NAMED_END = /^(?:the )?(?:end|done|finish(?:ed)?|stop|complete|exit)$/i;

/** Builds a flow from clauses; `start` and `end` ellipses frame it. */
export function buildFlow(clauses: readonly Clause[], start = 'Start', end = 'Done'): FlowGraph {
  const graph = new FlowGraph();
  const first = clauses[0];
  const trigger = first?.kind === 'step' ? TRIGGER.exec(first.text)?.[1] : undefined;
  if (trigger !== undefined) graph.add(label(trigger), 'start');
  else if (!(first?.kind === 'step' && /^start\b.{0,14}$/i.test(first.text))) graph.add(start, 'start');
  run(graph, trigger === undefined ? clauses : clauses.slice(1), false);
  graph.open = graph.open.filter((last) => last.from.role !== 'end');
  if (graph.open.length > 0) graph.add(end, 'end');
  return graph;
}

function run(graph: FlowGraph, clauses: readonly Clause[], failing: boolean): void {
  for (const clause of clauses) {
    if (graph.isFull) return;
    if (clause.kind === 'branch') addBranch(graph, clause);
    else addStep(graph, clause.text, failing ? 'error' : 'step');
  }
}

function addStep(graph: FlowGraph, raw: string, role: Role): void {
  const text = label(raw);
  if (graph.nodes.length === 0) graph.add(text, 'start');
  else if (NAMED_END.test(text)) graph.add(text, 'end');
  else graph.add(text, /[?？]$/.test(text) ? 'decision' : UNWANTED.test(text) ? 'error' : role);
}

/** A diamond with its branches, put behind the step that its condition speaks of. */
function addBranch(graph: FlowGraph, branch: Branch): void {
  const failing = branch.negated ? isSuccess(branch.condition) : isFailure(branch.condition);
  const subject = subjectStep(graph, branch, failing);
  const [met, otherwise] = branch.negated ? ['no', 'yes'] : ['yes', 'no'];
  const question = questionOf(branch.condition);
  const inline = subject === null || graph.open.some((end) => end.from === subject);
  const decision = inline
    ? graph.add(question, 'decision')
    : graph.insertAfter(subject, question, 'decision', otherwise);
  const before = subject ?? stepBefore(graph, decision);
  const rest = inline ? [] : graph.open;
  graph.open = [{ from: decision, label: met }];
  runBranch(graph, branch.met, failing, before);
  const metEnds = inline ? graph.open : rejoin(graph, decision, otherwise, rest);
  if (inline || branch.otherwise.length > 0) {
    graph.open = [{ from: decision, label: otherwise }];
    runBranch(graph, branch.otherwise, !branch.negated && isSuccess(branch.condition), before);
    graph.open = [...graph.open, ...metEnds];
  } else {
    graph.open = metEnds;
  }
}

/** Ends of a branch in the middle of a flow go on where the other branch goes on. */
function rejoin(graph: FlowGraph, decision: FlowNode, otherwise: string, rest: OpenEnd[]): OpenEnd[] {
  const next = graph.edges.find((edge) => edge.from === decision && edge.label === otherwise)?.to;
  if (next !== undefined) graph.joinTo(next);
  return [...rest, ...graph.open];
}

/** One side of a decision. Loops return to the step before it; a failure that nothing mends ends there. */
function runBranch(
  graph: FlowGraph,
  clauses: readonly Clause[],
  side: boolean,
  before: FlowNode | null,
): void {
  for (const clause of clauses) {
    if (graph.isFull) return;
    if (clause.kind === 'branch') addBranch(graph, clause);
    else if (takeStep(graph, label(clause.text), side, before)) return;
  }
  if (side && clauses.length > 0 && !clauses.some((clause) => clause.kind === 'branch')) graph.open = [];
}

/** Adds a step of a branch or joins it to one that exists; true when the branch has ended with it. */
function takeStep(graph: FlowGraph, text: string, side: boolean, before: FlowNode | null): boolean {
  const known = graph.named(text);
  const target =
    loopTarget(graph, text, before) ?? (graph.open.some((end) => end.from === known) ? null : known);
  if (target !== null && target !== undefined) {
    graph.joinTo(target, true);
    return true;
  }
  addStep(graph, text, side ? 'error' : 'step');
  if (STOPS.test(text)) graph.open = [];
  if (!RETRY.test(text) && !(side && MENDS.test(text))) return false;
  if (before !== null) graph.joinTo(before, true);
  return true;
}

/** The step that "go back to …" or "repeat" names, or null for other texts. */
function loopTarget(graph: FlowGraph, text: string, before: FlowNode | null): FlowNode | null {
  const back = BACK.exec(text);
  const repeat = back === null ? REPEAT.exec(text) : null;
  if (back === null && repeat === null) return null;
  const wanted = back?.[1] ?? repeat?.[1] ?? '';
  if (/^(?:the )?(?:start|beginning)$/i.test(wanted)) return graph.nodes[0] ?? null;
  return mostLike(wanted, graph.nodes, (node) => node.text, 0.4) ?? (repeat === null ? null : before);
}

/**
 * The step that a condition speaks of: the latest one that shares a word with it. A failure of something that
 * is no step yet ("payment fails") makes it one.
 */
function subjectStep(graph: FlowGraph, branch: Branch, failing: boolean): FlowNode | null {
  const words = new Set(stems(branch.condition));
  const steps = graph.nodes.filter((node) => node.role === 'step');
  const shared = steps.findLast((node) => stems(node.text).some((word) => words.has(word)));
  if (shared !== undefined) return shared;
  const thing = failing
    ? /^(?:the\s+|an?\s+)?(\p{L}+(?:\s\p{L}+)?)\s+(?:fails|is (?:declined|rejected|refused)|gets declined)\b/iu.exec(
        branch.condition,
      )?.[1]
    : undefined;
  if (
    thing !== undefined &&
    steps.length > 0 &&
    !/^(?:it|this|that|any|one|something|anything)\b/i.test(thing)
  )
    return graph.add(label(thing), 'step');
  return null;
}

const stepBefore = (graph: FlowGraph, decision: FlowNode): FlowNode | null =>
  graph.edges.find((edge) => edge.to === decision && edge.from.role !== 'start')?.from ?? null;
