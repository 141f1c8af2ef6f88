import { isTable } from '../data/table.ts';
import type { DiagramLanguage } from '../source/diagramSource.ts';

/** Types of Mermaid that are read. Words that are also prose must be followed by what only a source has. */
const mermaidHeaders: readonly RegExp[] = [
  /^(?:flowchart(?:-elk)?|graph)[ \t]+(?:TB|TD|BT|RL|LR)[ \t]*(?:[;\n]|%%|$)/,
  /^(?:flowchart|graph)[ \t]*[;\n][ \t]*\S[^\n]*(?:--|==|-\.|\[|\()/,
  /^(?:sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram)[ \t]*(?:\n|;|%%|$)/,
  /^mindmap[ \t]*\n\s*(?:root\b|[ \t]+\S)/,
  /^timeline(?:[ \t]+(?:LR|TD))?[ \t]*\n(?:\s*(?:title|section)\b|[ \t]+[^:\n]+:)/,
  /^gantt[ \t]*\n\s*(?:title|dateFormat|axisFormat|section|excludes|todayMarker|tickInterval)\b/,
  /^journey[ \t]*\n\s*(?:title|section)\b/,
  /^pie(?:[ \t]+showData)?(?:[ \t]+title[^\n]*)?[ \t]*\n\s*(?:title\b|showData\b|"[^"\n]*"[ \t]*:)/,
];

/** Front matter, directives and comments that may come before a header of Mermaid. */
const mermaidPreamble =
  /^(?:---\n(?:(?!---)[^\n]*\n){0,40}---\n|[ \t]*%%\{(?:(?!%%)[\s\S]){0,2000}\}%%[ \t]*\n?|[ \t]*%%[^\n]*\n|[ \t]*\n)/;

const dotHeader = /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"\n]*"|[\w.-]+))?\s*\{/i;

/** The language of a text that begins with a header. @param isWhole Whether nothing comes before the text */
export function languageOf(text: string, isWhole: boolean): DiagramLanguage | null {
  if (/^@start(?:uml|mindmap|wbs)\b/.test(text)) return 'plantuml';
  if (dotHeader.test(text)) return 'dot';
  if (isMermaid(text)) return 'mermaid';
  if (isJson(text)) return 'json';
  if (/^create\s+(?:\w+\s+)?table\s[^;]{0,200}\(/i.test(text)) return 'sql';
  if (isYaml(text)) return 'yaml';
  if (isTable(text, '\t')) return 'tsv';
  if (isTable(text, ',') || isTable(text, ';')) return 'csv';
  // After a sentence, Markdown is content that the sentence says how to draw.
  return isWhole && isMarkdown(text) ? 'markdown' : null;
}

function isMermaid(text: string): boolean {
  let start = 0;
  for (let skipped = 0; skipped < 20; skipped += 1) {
    const preamble = mermaidPreamble.exec(text.slice(start, start + 4_000))?.[0];
    if (preamble === undefined) break;
    start += preamble.length;
  }
  const head = text.slice(start, start + 1_000).trimStart();
  return mermaidHeaders.some((header) => header.test(head));
}

const yamlLine = /^(?:---|\s*#.*|\s*(?:- )*[\w"'./-]+(?: [\w./-]+){0,3}:(?: .*)?|\s*- .*|\s*)$/;
/** What an outline in words does not have: a value under a name in small letters, or in a list; a list in brackets. */
const yamlValue = /^(?: +- | +)[a-z_][\w-]*: \S|^\s*[a-z_][\w-]*: (?:\[.*\]|\{.*\})$/;

/** Names and values, indented: two levels at least, in the form that programs write. */
function isYaml(text: string): boolean {
  const lines = text.trimEnd().split('\n');
  return (
    lines.length > 2 &&
    /^(?:---\s*$|[\w"'-]+:)/.test(lines[0] ?? '') &&
    lines.some((line) => /^ *[\w"'-]+:$/.test(line)) &&
    lines.some((line) => yamlValue.test(line)) &&
    lines.every((line) => yamlLine.test(line))
  );
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}

/** Two headings or more, a table, or a list of tasks, from the first line on: a line before them says how to draw them. */
function isMarkdown(text: string): boolean {
  if (!/^\s*(?:#{1,6} |[-*+] +\[[ xX]\] |\|)/.test(text)) return false;
  const lines = text.split('\n');
  const headings = lines.filter((line) => /^#{1,6} +\S/.test(line)).length;
  const tasks = lines.filter((line) => /^\s*[-*+] +\[[ xX]\] +\S/.test(line)).length;
  return headings >= 2 || tasks >= 2 || lines.some((line) => isDelimiterRow(line));
}

const isDelimiterRow = (line: string): boolean =>
  line.includes('|') && line.includes('---') && /^[\s|:-]+$/.test(line);
