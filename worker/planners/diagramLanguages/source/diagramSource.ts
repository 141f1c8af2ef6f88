/** Languages that are read with a parser, as people call them. */
export const languageTitles = {
  mermaid: 'Mermaid',
  dot: 'DOT',
  plantuml: 'PlantUML',
  markdown: 'Markdown',
  csv: 'CSV',
  tsv: 'TSV',
  json: 'JSON',
  yaml: 'YAML',
  sql: 'SQL',
} as const;

export type DiagramLanguage = keyof typeof languageTitles;

/** Languages that have no other use than diagrams. */
export const diagramLanguages: ReadonlySet<string> = new Set(['mermaid', 'dot', 'plantuml']);

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
