import type { Clause } from '../clauses/splitClauses.ts';
import { foldAlternatives } from './foldAlternatives.ts';
import { SentenceReader } from './sentenceReader.ts';
import type { Statement } from './statement.ts';

/** What sentences say is done, in its order. */
export function readProcess(sentences: readonly (readonly Clause[])[]): Statement[] {
  const reader = new SentenceReader(isLong(sentences));
  for (const [at, clauses] of sentences.entries()) reader.read(clauses, sentences[at + 1]?.[0]);
  return foldAlternatives(reader.statements);
}

/** Sentences from which a text has remarks around the process. */
const LONG = 5;
const isLong = (sentences: readonly (readonly Clause[])[]): boolean => sentences.length >= LONG;
