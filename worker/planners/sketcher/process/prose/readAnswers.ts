import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import { withoutOpening } from '../../instruction/opening.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import { readFragments } from '../fragments/readFragments.ts';
import { buildFlow } from '../graph/buildFlow.ts';

/** "No -> turn it on", "otherwise -> reject": an arrow behind an answer. */
const ANSWERED =
  /(?:^|[.?!;:,\n]\s*)(?:if )?(?:yes|no|ja|nein|oui|non|sí|otherwise|else|sonst|sinon)\s*(?:->|→|=>)/iu;

/** Draws questions with answers that have arrows; null for other texts. */
export function readAnswers(text: string): PlanBuilder | null {
  if (!ANSWERED.test(text)) return null;
  const { title, body } = withoutOpening(text);
  const graph = buildFlow(readFragments(body));
  if (!graph.nodes.some(({ role }) => role === 'decision')) return null;
  return drawGraph(graph, title || flowTitle(graph), null);
}
