import { drawGraph, flowTitle } from '../../flow/drawGraph.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import { buildFlow } from '../graph/buildFlow.ts';
import { readProcess } from '../model/readProcess.ts';
import type { Statement } from '../model/statement.ts';
import { sentencesOf } from '../steps/readSteps.ts';
import { openingOf } from './opening.ts';

/** Fewest sentences, and activities, of a description. */
const FEWEST = 4;

/** Draws the process that sentences describe; null for other texts. */
export function readProse(text: string): PlanBuilder | null {
  if ((text.match(/[.!?;](?:\s|$)/g) ?? []).length < FEWEST) return null;
  const { title, body } = openingOf(text);
  const sentences = sentencesOf(body);
  if (sentences === null || sentences.length < FEWEST) return null;
  const statements = readProcess(sentences);
  if (countActivities(statements) < Math.max(FEWEST, sentences.length / 2)) return null;
  const graph = buildFlow(statements);
  return drawGraph(graph, title || flowTitle(graph), null);
}

const countActivities = (statements: readonly Statement[]): number =>
  statements.reduce((sum, statement) => {
    if (statement.kind === 'activity') return sum + 1;
    if (statement.kind === 'decision')
      return sum + 1 + countActivities(statement.met) + countActivities(statement.otherwise);
    return statement.kind === 'parallel'
      ? sum + statement.branches.reduce((all, branch) => all + countActivities(branch), 0)
      : sum;
  }, 0);
