import { hasWords } from '../text/plain.ts';
import { splitList } from '../text/split.ts';
import { ChainReader } from './chains.ts';
import { isAnswer } from './names.ts';
import { isLeadIn, titleOf } from './opening.ts';
import { RelationGraph } from './relationGraph.ts';
import type { Chain, Statement } from './statements.ts';

/** What statements say. `heading`: the last line with a colon at its end; `notes`: texts that relate nothing. */
export type Content = { graph: RelationGraph; heading: string; notes: string[] };

/** Reads statements, in their order, into things and relations. */
export function readContent(statements: readonly Statement[]): Content {
  const content: Content = { graph: new RelationGraph(), heading: '', notes: [] };
  const chains = statements.filter((statement) => statement.kind === 'chain');
  const reader = new ChainReader(content.graph, chains);
  const areSections = chains.some(isSection);
  for (const [at, statement] of statements.entries()) {
    if (statement.kind === 'plain') readPlain(statement.text, statements[at + 1], reader, content);
    else if (areSections && statement.prefix !== null)
      readSection(statement, statement.prefix, content.graph, reader);
    else reader.read(statement, statement.prefix);
  }
  return content;
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

function readPlain(text: string, next: Statement | undefined, reader: ChainReader, content: Content): void {
  if (isAnsweredBy(next)) reader.ask(text);
  else if (text.endsWith(':')) content.heading = titleOf(text);
  else if (reader.readAnswer(text) || isLeadIn(text)) return;
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
