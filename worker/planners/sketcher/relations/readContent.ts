import { titleOf } from '../instruction/title.ts';
import { capitalise, hasWords } from '../text/plain.ts';
import { splitList } from '../text/split.ts';
import { ChainReader } from './arrows/chains.ts';
import { isAnswer } from './arrows/names.ts';
import type { Chain, Statement } from './arrows/statements.ts';
import { isFrameWish, readFrameWish } from './frameWish.ts';
import { RelationGraph } from './graph/relationGraph.ts';
import type { RelationKind } from './graph/relationKinds.ts';
import { isLeadIn } from './opening.ts';
import { type Between, takeBetween } from './words/between.ts';
import { type Understood, WordReader } from './words/readWords.ts';

/** What statements say. `heading`: the last line with a colon at its end; `notes`: texts that relate nothing. */
export type Content = {
  graph: RelationGraph;
  heading: string;
  notes: string[];
  understood: Understood;
  warnings: string[];
};

/** Reads statements, in their order, into things and relations. */
export function readContent(written: readonly Statement[], kind: RelationKind | null): Content {
  const { statements, between } = withoutBetween(written, kind);
  const graph = new RelationGraph();
  const sentences = statements.flatMap((statement) => (statement.kind === 'plain' ? [statement.text] : []));
  const words = new WordReader(graph, kind, sentences);
  const content: Content = { graph, heading: '', notes: [], understood: words.understood, warnings: [] };
  const chains = statements.filter((statement) => statement.kind === 'chain');
  const reader = new ChainReader(graph, chains, kind === 'state');
  // Without a kind, sentences around arrows are notes, unless they are about what the arrows join.
  const readWords = (text: string) =>
    kind !== null || chains.length === 0 ? words.read(text) : words.readKnown(text);
  const areSections = chains.some(isSection);
  for (const [at, statement] of statements.entries()) {
    if (statement.kind === 'plain')
      readPlain(statement.text, statements[at + 1], { reader, readWords, content });
    else if (areSections && statement.prefix !== null)
      readSection(statement, statement.prefix, graph, reader);
    else reader.read(statement, statement.prefix);
  }
  words.addBetween(between);
  return content;
}

/** Takes what stands between two things from the sentences of a diagram of things that lead to one another. */
function withoutBetween(
  statements: readonly Statement[],
  kind: RelationKind | null,
): { statements: readonly Statement[]; between: Between[] } {
  if (kind !== null && kind !== 'system') return { statements, between: [] };
  const between: Between[] = [];
  const others = statements.flatMap((statement): Statement[] => {
    if (statement.kind !== 'plain') return [statement];
    const taken = takeBetween(statement.text);
    between.push(...taken.between);
    return taken.rest === '' ? [] : [{ ...statement, text: taken.rest }];
  });
  return { statements: others, between };
}

/** "Happy path: A -> B -> C": what stands before several arrows names a part of the diagram, not an arrow. */
const isSection = ({ prefix, arrows }: Chain): boolean =>
  prefix !== null && !isAnswer(prefix) && arrows.length > 1;

/** The things of a section stand in its frame, unless another part has them already. */
function readSection(chain: Chain, title: string, graph: RelationGraph, reader: ChainReader): void {
  const isApart = chain.groups.flat().every((name) => graph.find(name) === null);
  const section = isApart ? graph.thing(title) : null;
  const before = graph.things.length;
  reader.read(chain, section === null ? title : null);
  if (section !== null) for (const thing of graph.things.slice(before)) thing.parent = section;
}

/** "We have a web shop": what the text is about. */
const INTRODUCTION = /^(?:we|i) (?:have|run|own|operate) an? ([^,]{2,40})$/i;

type Readers = { reader: ChainReader; readWords: (text: string) => boolean; content: Content };

function readPlain(text: string, next: Statement | undefined, { reader, readWords, content }: Readers): void {
  if (isAnsweredBy(next)) reader.ask(text, content.notes.splice(0));
  else if (text.endsWith(':')) content.heading = titleOf(text);
  else if (isFrameWish(text))
    content.warnings.push(...[readFrameWish(text, content.graph)].filter((warning) => warning !== null));
  else if (reader.readAnswer(text) || isLeadIn(text)) return;
  else if (content.heading === '' && content.graph.things.length === 0 && INTRODUCTION.test(text))
    content.heading = capitalise(INTRODUCTION.exec(text)?.[1] ?? '');
  else if (readWords(text)) return;
  else if (isListOfKnown(text, reader)) for (const name of splitList(text)) content.graph.thing(name);
  else if (hasWords(text)) content.notes.push(text);
}

/** Whether a statement begins with an answer, so that what stands before it is a question. */
function isAnsweredBy(next: Statement | undefined): boolean {
  if (next === undefined) return false;
  return isAnswer(
    next.kind === 'chain' ? (next.groups[0]?.[0] ?? '') : (next.text.split(/[:：]/, 1)[0] ?? ''),
  );
}

function isListOfKnown(text: string, reader: ChainReader): boolean {
  const names = splitList(text);
  return names.filter((name) => reader.isKnown(name)).length * 2 > names.length;
}
