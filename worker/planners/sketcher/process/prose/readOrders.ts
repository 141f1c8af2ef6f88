import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import { withoutOpening } from '../../instruction/opening.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import { splitSentences } from '../../text/sentences.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { readFragments } from '../fragments/readFragments.ts';
import { buildFlow } from '../graph/buildFlow.ts';
import type { Statement } from '../model/statement.ts';
import { readSentences } from '../words/readWords.ts';

/** Fewest orders. */
const FEWEST = 4;

/** What shows that one order goes on from another, or that they tell how something is done; else they are a list. */
const GOES_ON =
  /\b(?:it|them|\d+\s*(?:min(?:ute)?s?|hours?|seconds?)|overnight|an hour|recipe|how|instructions|guide|manual)\b/i;
const NAME = /^\s*([^:.!?\n]{2,60}):\s+(?=\p{Lu})/u;

/** Draws orders that go on from one another: "Knead the dough. Let it rise. Bake it."; null for other texts. */
export function readOrders(text: string): PlanBuilder | null {
  if (!GOES_ON.test(text)) return null;
  const opening = withoutOpening(text);
  const [named = '', name = ''] = opening.title === '' ? (NAME.exec(opening.body) ?? []) : [];
  const body = opening.body.slice(named.length);
  const sentences = splitSentences(body);
  if (sentences.length < FEWEST || sentences.filter(isOrder).length < 0.75 * sentences.length) return null;
  const graph = buildFlow(sentences.flatMap(statementsOf));
  return drawGraph(graph, opening.title || name || flowTitle(graph), null);
}

function isOrder(sentence: string): boolean {
  const [first] = readSentences(sentence)[0] ?? [];
  return (
    first !== undefined && (first.canBeVerb || first.tags.has('Infinitive') || first.tags.has('Imperative'))
  );
}

const CONDITION = /\b(?:if|unless|until|while|when|once|otherwise|repeat)\b/i;

/** An order is one step, with all that is listed in it. */
function statementsOf(sentence: string): Statement[] {
  if (CONDITION.test(sentence)) return readFragments(sentence);
  const step = trimEndOf(sentence.trim(), '.!');
  return [{ kind: 'activity', text: step, actor: null, task: step }];
}
