import type { CompletePlan } from '../completePlan.ts';
import { readCsv } from './data/readCsv.ts';
import { readJson, readYaml } from './data/readOutline.ts';
import { detectSource } from './detect/detectSource.ts';
import { readDot } from './dot/readDot.ts';
import { readMarkdown } from './markdown/readMarkdown.ts';
import { loadMermaid } from './mermaid/loadMermaid.ts';
import { readMermaid } from './mermaid/readMermaid.ts';
import { readPlantuml } from './plantuml/readPlantuml.ts';
import type { DiagramLanguage, DiagramSource } from './source/diagramSource.ts';
import { readSql } from './sql/readSql.ts';

/** Reads a source; null if nothing in it can be read. */
type Reader = (source: DiagramSource) => CompletePlan | null | Promise<CompletePlan | null>;

const readers: Record<DiagramLanguage, Reader> = {
  mermaid: readMermaid,
  dot: readDot,
  plantuml: readPlantuml,
  markdown: readMarkdown,
  csv: (source) => readCsv(source, [',', ';']),
  tsv: (source) => readCsv(source, ['\t']),
  json: readJson,
  yaml: readYaml,
  sql: readSql,
};

/**
 * Reads the diagram source in a text (see `detectSource`) into a plan. Warnings name the lines that were left out.
 * @returns The plan, or null if the text has no source, or nothing in it can be read
 */
export async function readSource(text: string): Promise<CompletePlan | null> {
  const source = detectSource(text);
  const plan = source === null ? null : await readOrNull(source);
  if (source === null || plan === null || source.after === '') return plan;
  return { ...plan, warnings: [...plan.warnings, 'The text after the diagram source was not read.'] };
}

async function readOrNull(source: DiagramSource): Promise<CompletePlan | null> {
  try {
    return await readers[source.language](source);
  } catch {
    // Parsers also throw for what is wrong in its meaning, such as a missing date, and for nesting beyond their stack.
    return null;
  }
}

/** Loads the parser that the source in a text needs: Mermaid's takes about a second. */
export async function prepareSource(text: string): Promise<void> {
  if (detectSource(text)?.language === 'mermaid') await loadMermaid();
}
