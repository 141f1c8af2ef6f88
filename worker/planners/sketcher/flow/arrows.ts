import { ARROW } from '../reading/evidence.ts';
import { label } from '../text/plain.ts';
import { splitList } from '../text/split.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { FlowGraph, type FlowNode } from './graph.ts';

/** "-yes->", "-- yes -->", "-->|yes|" or a plain arrow; groups: the label before or behind the arrow's head. */
const LINK = new RegExp(
  `\\s*--?\\s*([^->|\\n]{1,40}?)\\s*--?>\\s*|(?:${ARROW.source})(?:\\|([^|\\n]{1,40})\\|\\s*)?`,
  'gu',
);

/** A flow from chains such as "A -> B -> C; B -yes-> D"; the same name is the same box. */
export function arrowFlow(text: string): FlowGraph {
  const graph = new FlowGraph();
  for (const statement of statementsOf(text)) readChain(graph, statement);
  for (const node of graph.nodes) node.role = roleOf(graph, node);
  return graph;
}

/** Chains end at a semicolon, a line, a full stop, or at a comma behind which another arrow follows. */
const statementsOf = (text: string): string[] =>
  text.split(/[;\n]|(?<=[^\s.])\.(?:\s|$)/).flatMap((part) => {
    const chains = part.split(/,(?=[^,]*(?:->|=>|→))/);
    return chains.every((chain) => ARROW.test(chain)) ? chains : [part];
  });

function readChain(graph: FlowGraph, statement: string): void {
  let before = new Set<FlowNode>();
  let name: string | null = null;
  let from = 0;
  const join = (to: number) => {
    const texts = splitList(statement.slice(from, to));
    const nodes = new Set(texts.flatMap((text) => nodeNamed(graph, text) ?? []));
    for (const upper of before)
      for (const lower of nodes) graph.connect(upper, lower, name, isBack(graph, upper, lower));
    before = nodes;
  };
  for (const link of statement.matchAll(LINK)) {
    join(link.index);
    name = (link[1] ?? link[2])?.trim() || null;
    from = link.index + link[0].length;
  }
  join(statement.length);
}

/** The box of that name, an old or a new one; null for a new one in a graph that is full. */
function nodeNamed(graph: FlowGraph, name: string): FlowNode | null {
  const text = label(trimEndOf(name.replace(/^[[({]+/, ''), '])}'));
  const known = graph.nodes.find((node) => node.text.toLowerCase() === text.toLowerCase());
  if (known !== undefined) return known;
  if (graph.isFull) return null;
  const node: FlowNode = { text, role: 'step' };
  graph.nodes.push(node);
  return node;
}

const isBack = (graph: FlowGraph, from: FlowNode, to: FlowNode): boolean =>
  graph.nodes.indexOf(to) <= graph.nodes.indexOf(from);

function roleOf(graph: FlowGraph, node: FlowNode): FlowNode['role'] {
  if (/[?？]$/.test(node.text)) return 'decision';
  if (/\b(?:error|fail(?:ed|ure)?|reject(?:ed)?)\b/i.test(node.text)) return 'error';
  if (/^(?:start|begin)\b/i.test(node.text) && !graph.edges.some((edge) => edge.to === node && !edge.back))
    return 'start';
  if (/^(?:end|done|finish(?:ed)?|stop)$/i.test(node.text)) return 'end';
  const labelled = graph.edges.filter((edge) => edge.from === node && edge.label !== null);
  return labelled.length >= 2 ? 'decision' : 'step';
}
