import type { CompletePlan } from '../completePlan.ts';
import { readCsv } from './data/readCsv.ts';
import { readJson, readYaml } from './data/readOutline.ts';
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
  csv: (source) => readCsv(source, [',', ';', '\t']),
  tsv: (source) => readCsv(source, ['\t']),
  // YAML includes JSON, and its parser reads what comes after an error.
  json: (source) => readJson(source) ?? readYaml(source),
  yaml: readYaml,
  sql: readSql,
};

/**
 * Reads a diagram source into a plan. Warnings name the lines that were left out.
 * @returns The plan, or null if nothing in the source can be read
 */
export async function readSource(source: DiagramSource): Promise<CompletePlan | null> {
  const plan = await readOrNull(source);
  if (plan === null || source.after === '') return plan;
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

/** Loads the parser that a source needs: Mermaid's takes about a second. */
export async function prepareSource(source: DiagramSource | null): Promise<void> {
  if (source?.language === 'mermaid') await loadMermaid();
}
