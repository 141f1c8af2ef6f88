import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import { readFragments } from '../fragments/readFragments.ts';
import { buildFlow } from '../graph/buildFlow.ts';

const TITLE = /^\s*([^:.?!,\n]{3,60}):\s+/;
/** "No -> turn it on", "otherwise -> reject": an arrow behind an answer. */
const ANSWERED =
  /(?:^|[.?!;:,\n]\s*)(?:if )?(?:yes|no|ja|nein|oui|non|sí|otherwise|else|sonst|sinon)\s*(?:->|→|=>)/iu;

/** Draws questions with answers that have arrows; null for other texts. */
export function readAnswers(text: string): PlanBuilder | null {
  if (!ANSWERED.test(text)) return null;
  const title = TITLE.exec(text);
  const graph = buildFlow(readFragments(title === null ? text : text.slice(title[0].length)));
  if (!graph.nodes.some(({ role }) => role === 'decision')) return null;
  return drawGraph(graph, title?.[1] ?? flowTitle(graph), null);
}
