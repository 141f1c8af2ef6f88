import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import type { FlowGraph } from '../../flow/graph.ts';
import { kindNames } from '../../instruction/kinds.ts';
import { withoutOpening } from '../../instruction/opening.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import { capitalise } from '../../text/plain.ts';
import { hasCases } from '../fragments/cases.ts';
import { BRANCHING, DEPENDING, ELSE, YES } from '../fragments/phrases.ts';
import { readCondition } from '../fragments/readCondition.ts';
import { buildFlow } from '../graph/buildFlow.ts';
import { readSteps } from '../steps/readSteps.ts';

/** "Should I go out? If …": what the conditions behind it decide. */
const TOPIC = /^\s*([^.?!\n]{5,120}\?)\s+(?=(?:if|when|wenn|falls|si)\b)/iu;
/** "How do I reset it?": what the steps behind it do. */
const HOW =
  /^\s*((?:how|what|when|who|wie|was|wer|comment|cómo|como|qué)\s[^.?!\n]{3,120}\?)\s+(?![^.?!\n]{1,40}(?::|->|→))/iu;
/** "Plant care: check the soil." */
const TITLE = /^\s*([^:.?!,\n]{3,40}):\s+/;
/** How far into a text the name of another diagram may stand, in UTF-16 units. */
const OPENING = 100;

/** Draws what is asked, repeated, or done at the same time in a few sentences; null for texts without any of that. */
export function readBranches(text: string): PlanBuilder | null {
  const { title, body } = titled(text);
  const isTopic = title.endsWith('?');
  if (!isTopic && !hasCases(body) && !BRANCHING.some((pattern) => pattern.test(body))) return null;
  if (kindNames.some(({ kind, pattern }) => kind !== 'flow' && pattern.test(text.slice(0, OPENING))))
    return null;
  const graph = buildFlow(readSteps(body));
  return hasBranches(graph) ? drawGraph(graph, capitalise(title) || flowTitle(graph), null) : null;
}

/** The title before a text: a question that conditions answer, or what stands before a colon and is no part of them. */
function titled(text: string): { title: string; body: string } {
  const [whole = '', topic = ''] = topicOf(text) ?? [];
  if (topic !== '') return { title: topic, body: text.slice(whole.length) };
  const [head = '', name = ''] = TITLE.exec(text) ?? [];
  const known = withoutOpening(text);
  const opening = known.title === '' ? { title: name, body: text.slice(head.length) } : known;
  const { title } = opening;
  const isPart =
    /[.?!;:,]\s/.test(title) || DEPENDING.test(title) || readCondition(title) !== null || ELSE.test(title);
  return isPart ? { title: '', body: text } : opening;
}

/** A question at the begin, where what follows is no answer to it. */
function topicOf(text: string): RegExpExecArray | null {
  const topic = HOW.exec(text) ?? TOPIC.exec(text);
  const behind = text.slice(topic?.[0].length ?? 0);
  return topic === null || YES.test(behind) || ELSE.test(behind) ? null : topic;
}

const hasBranches = ({ nodes, edges }: FlowGraph): boolean =>
  nodes.some(({ role }) => role === 'decision') || new Set(edges.map(({ to }) => to)).size < edges.length;
