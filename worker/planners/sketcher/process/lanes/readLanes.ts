import { addGraph, LOOKS } from '../../flow/drawGraph.ts';
import type { FlowGraph, FlowNode } from '../../flow/graph.ts';
import { titleOf } from '../../instruction/title.ts';
import { PlanBuilder } from '../../plan/planBuilder.ts';
import { parseItems } from '../../text/inline.ts';
import type { Item } from '../../text/item.ts';
import { capitalise, hasWords } from '../../text/plain.ts';
import { splitPhrases } from '../../text/sentences.ts';
import { splitList } from '../../text/split.ts';
import { readFragments } from '../fragments/readFragments.ts';
import { buildFlow } from '../graph/buildFlow.ts';
import { readProcess } from '../model/readProcess.ts';
import type { Statement } from '../model/statement.ts';
import { sentencesOf } from '../steps/readSteps.ts';
import { addLanes, laneColor } from './laneSteps.ts';
import { actorsIn, taskIn } from './taskIn.ts';

const ASKED =
  /\bswim ?-?lanes?(?: diagram| chart| flow ?chart)?\b|\blanes?\b(?= ?(?:for|:|\n|are|of)|[^.\n]{0,60}:)|\bSchwimmbahn\p{L}*/iu;
/** "of invoice approval with lanes Clerk and Manager". */
const WITH_LANES = /^(.*?)\s+with\s+(?:the\s+)?(?:lanes|departments|roles)\s+(?:for\s+)?(.+)$/i;
/** More of a text than an opening has, in UTF-16 units. */
const OPENING = 240;

type Lanes = { title: string; names: string[]; body: string };

/** Draws a process with a lane for everybody who takes part; null for texts that ask for no lanes or give no steps. */
export function readLanes(text: string): PlanBuilder | null {
  const asked = askedLanes(text);
  if (asked === null) return null;
  const listed = listedLanes(asked);
  if (listed !== null) return drawListed(asked.title, listed);
  const names = asked.names.length > 0 ? asked.names : actorsIn(splitPhrases(asked.body));
  const graph = buildFlow(stepsOf({ ...asked, names }));
  const named = names.length > 0 ? names : actorsOf(graph);
  return named.length < 2 || graph.nodes.length < 2 ? null : drawGraph(asked.title, graph, named);
}

/** What stands around the word "swimlanes": a title before it, names behind it, and the steps. */
function askedLanes(text: string): Lanes | null {
  const found = ASKED.exec(text.slice(0, OPENING));
  if (found === null) return null;
  const rest = text.slice(found.index + found[0].length);
  const end = /[:.\n]/.exec(rest)?.index ?? -1;
  const opening = end === -1 ? rest : rest.slice(0, end);
  const [, about = opening, listed = opening] = WITH_LANES.exec(opening) ?? [];
  const names = namesIn(listed);
  if (end === -1) return null;
  const body = rest.slice(end + 1).trim();
  const title = titleIn(text.slice(0, found.index), names.length > 0 && listed === opening ? '' : about);
  return hasWords(body) ? { title, names, body } : null;
}

function namesIn(opening: string): string[] {
  const bare = opening.replace(
    /^\s*(?:diagram|chart)?\s*(?:with|for|of|are|called|named|:|-)?\s*(?:the\s+)?(?:lanes|departments|roles)?\s*/i,
    '',
  );
  const names = splitList(bare).map((name) => name.replace(/^(?:the|an?)\s+/i, '').trim());
  return names.length >= 2 && names.every((name) => name.split(' ').length <= 3) ? names : [];
}

function titleIn(before: string, behind: string): string {
  const about =
    /\b(?:of|for|about|showing)\s+(.+)$/i.exec(behind)?.[1] ??
    before.replace(/\s*\b(?:with|as|in|of|an?|using|the)\s*$/i, '');
  return titleOf(about);
}

/** "Customer: place order, receive goods" on lines or in sentences. */
function listedLanes({ body }: Lanes): Item[] | null {
  const items = parseItems(body);
  return items.length >= 2 && items.every(({ children }) => children.length > 0) ? items : null;
}

function drawListed(title: string, lanes: readonly Item[]): PlanBuilder {
  const plan = new PlanBuilder(title || lanes.map(({ text }) => text).join(', '), 'flow', 'right');
  addLanes(plan, lanes);
  return plan;
}

/** Steps by the names of their lanes, else by the sentences' subjects. */
function stepsOf({ names, body }: Lanes): Statement[] {
  const phrases = splitPhrases(body);
  const tasks = phrases.map((phrase) => taskIn(phrase, names));
  if (names.length > 0 && tasks.every((task) => task !== null)) return tasks.flatMap((task) => task ?? []);
  const sentences = sentencesOf(body);
  return sentences === null ? readFragments(body) : readProcess(sentences);
}

/** Everybody who does something, in the order of the text. */
const actorsOf = ({ nodes }: FlowGraph): string[] => [
  ...new Map(nodes.flatMap(({ actor }) => (actor ? [[actor.toLowerCase(), actor] as const] : []))).values(),
];

function drawGraph(title: string, graph: FlowGraph, names: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder(title || names.join(', '), 'flow', 'right');
  const lanes = laneOfNodes(graph, names);
  const frames = names.map((name) => plan.frame(capitalise(name)));
  addGraph(plan, graph, (node) => {
    const lane = lanes.get(node) ?? 0;
    const { shape, color } = LOOKS[node.role];
    return {
      text: isLane(node.actor, names[lane]) ? (node.task ?? node.text) : node.text,
      ...{ shape, color: node.role === 'step' ? laneColor(lane) : color, parent: frames[lane] ?? '' },
    };
  });
  return plan;
}

/** The lane of each step: that of its actor, else that of the step before it. */
function laneOfNodes(graph: FlowGraph, names: readonly string[]): Map<FlowNode, number> {
  const lanes = new Map<FlowNode, number>();
  for (const node of graph.nodes) {
    const own = names.findIndex((name) => isLane(node.actor, name));
    const before = graph.edges.find(({ to, back }) => to === node && !back)?.from;
    lanes.set(node, own !== -1 ? own : before === undefined ? 0 : (lanes.get(before) ?? 0));
  }
  return lanes;
}

const isLane = (actor: string | null | undefined, name: string | undefined): boolean =>
  actor != null && name !== undefined && plainName(actor) === plainName(name);

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '')
    .replace(/\s+(?:department|team)$/, '')
    .replace(/s$/, '');
