import type { PlanBuilder } from '../plan/planBuilder.ts';
import type { Kind } from '../reading/kinds.ts';
import { drawRelations } from './drawRelations.ts';
import { directionIn, lastVersion, withoutWishes } from './opening.ts';
import { readContent } from './readContent.ts';
import { readOpening } from './readOpening.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Kinds whose arrows mean something else than a relation of two things. */
const otherKinds = new Set<Kind>(['kanban', 'board', 'lanes', 'journey', 'orgchart', 'mindmap']);
const CONDITION = /^(?:if|unless|otherwise|else|when|in case|wenn|falls|sonst|si|sinon)\s+\S/i;
/** A text with more words around its arrows than this, for each arrow, is prose that mentions some. */
const mostWordsForArrow = 30;
/** Where there are more words than this at each end of an arrow, in the mean, they are prose too, if no list. */
const mostWordsForEnd = 14;
const mostWordsInList = 4;

/** Reads things and the relations between them, as arrows of all kinds with labels and messages. */
export function readRelations(written: string): PlanBuilder | null {
  const { text, direction } = withoutWishes(lastVersion(written));
  const statements = statementsOf(text);
  if (!isAboutArrows(statements)) return null;
  const { title, kind, head, rest } = readOpening(statements);
  if (kind !== null && otherKinds.has(kind)) return null;
  const { graph, heading, notes } = readContent(rest);
  if (graph.relations.length === 0) return null;
  return drawRelations({ title: title || heading, direction: direction ?? directionIn(head), graph, notes });
}

function isAboutArrows(statements: readonly Statement[]): boolean {
  const chains = statements.filter((statement) => statement.kind === 'chain');
  const plain = statements.filter((statement) => statement.kind === 'plain');
  const ends = chains.reduce((sum, { groups }) => sum + groups.length, 0);
  const names = chains.flatMap(({ groups }) => groups.flat());
  const arrows = chains.reduce((sum, chain) => sum + chain.arrows.length, 0);
  const lines = plain.filter(({ isLine }) => isLine).length;
  return (
    arrows > 0 &&
    (lines <= 2 || lines <= 2 * chains.length) &&
    wordsIn(plain.map(({ text }) => text)) <= mostWordsForArrow * arrows &&
    (wordsIn(names) <= mostWordsForEnd * ends || wordsIn(names) <= mostWordsInList * names.length) &&
    !names.some((name) => CONDITION.test(name))
  );
}

const wordsIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
