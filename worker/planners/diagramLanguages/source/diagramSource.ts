/** Languages that are read with a parser. */
export type DiagramLanguage =
  | 'mermaid'
  | 'dot'
  | 'plantuml'
  | 'markdown'
  | 'csv'
  | 'tsv'
  | 'json'
  | 'yaml'
  | 'sql';

/** A diagram source that was found in a text. */
export type DiagramSource = {
  language: DiagramLanguage;
  /** The source itself, without a fence. */
  text: string;
  /** Number of its first line in the whole text, from 1. */
  first: number;
  /** The text before it, such as "Please draw this:", and after it. */
  before: string;
  after: string;
};
