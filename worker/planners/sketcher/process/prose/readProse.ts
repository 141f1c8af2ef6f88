import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import { kindNames } from '../../instruction/kinds.ts';
import { withoutOpening } from '../../instruction/opening.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { buildFlow } from '../graph/buildFlow.ts';
import { kindIn } from '../model/kindCondition.ts';
import { readProcess } from '../model/readProcess.ts';
import type { Statement } from '../model/statement.ts';
import { sentencesOf } from '../steps/readSteps.ts';
import { isThirdPerson } from '../words/wordClasses.ts';

/** Fewest sentences, and activities, of a description. */
const FEWEST = 4;

/** Words that say in which order, or on what condition, something is done. */
const ORDER =
  /\b(?:first|then|next|afterwards?|after|before|once|when|whenever|as soon as|if|unless|until|otherwise|meanwhile|in parallel|at the same time|finally|lastly|in the end|starts? (?:when|with)|begins? (?:when|with))\b/gi;
/** Words of a hierarchy. */
const REPORTS = /\breports? to\b/i;
/** Fewest of these in a description that no request names a process. */
const FEWEST_ORDERS = 2;

/** Draws the process that sentences describe; null for other texts. */
export function readProse(text: string): PlanBuilder | null {
  if ((text.match(/[.!?;](?:\s|$)/g) ?? []).length < FEWEST) return null;
  const { title, body } = withoutOpening(text);
  if (body !== text && namesHierarchy(title)) return null;
  const sentences = sentencesOf(body);
  if (sentences === null || sentences.length < FEWEST) return null;
  const isAsked = body !== text;
  if (
    !isAsked &&
    (text.match(ORDER) ?? []).length < FEWEST_ORDERS &&
    (REPORTS.test(text) || !(isByActors(sentences) || hasKinds(sentences, text.toLowerCase())))
  )
    return null;
  const statements = readProcess(sentences);
  if (countActivities(statements) < Math.max(FEWEST, sentences.length / 2)) return null;
  const graph = buildFlow(statements);
  return drawGraph(graph, title || flowTitle(graph), null);
}

/** Whether a title names a hierarchy, whose sentences tell of no process. */
const namesHierarchy = (title: string): boolean =>
  kindNames.some(({ kind, pattern }) => kind === 'orgchart' && pattern.test(title));

/** Whether most sentences tell what a single actor does, "the clerk checks", rather than what is so, "people like". */
const isByActors = (sentences: readonly Clause[][]): boolean =>
  sentences.filter((clauses) => clauses.some(isByActor)).length * 2 > sentences.length;

/** Whether sentences tell what is done with several amounts: "claims below 50 euros". */
const hasKinds = (sentences: readonly Clause[][], said: string): boolean =>
  sentences.filter(([first]) => first !== undefined && /\d/.test(kindIn(first, said)?.condition ?? ''))
    .length >= 2;

function isByActor({ verb, subject, words }: Clause): boolean {
  if (verb === null || subject.length === 0 || verb.isState || verb.modal !== null) return false;
  const main = words[verb.main];
  return verb.isPassive || (main !== undefined && isThirdPerson(main));
}

const countActivities = (statements: readonly Statement[]): number =>
  statements.reduce((sum, statement) => {
    if (statement.kind === 'activity') return sum + 1;
    if (statement.kind === 'decision')
      return sum + 1 + countActivities(statement.met) + countActivities(statement.otherwise);
    if (statement.kind === 'loop') return sum + countActivities(statement.body);
    return statement.kind === 'fork'
      ? sum + statement.ways.reduce((all, { steps }) => all + countActivities(steps), 0)
      : sum;
  }, 0);
