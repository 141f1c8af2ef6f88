import { t } from '../language/language.ts';
import { diagramEndings } from './acceptedFiles.ts';

/** The content of a file, by what is done with it. `notes`: what is lost, in sentences. */
export type FileContent =
  /** A source in a diagram language, which the server draws. */
  | { kind: 'diagram'; name: string; size: number; source: string; notes: readonly string[] }
  /** An exported canvas, or a file that was converted to one. */
  | { kind: 'canvas'; name: string; size: number; json: string; notes: readonly string[] }
  /** Other text, which becomes the instruction. */
  | { kind: 'text'; text: string };

/** A file that can be imported: its text goes nowhere else. */
export type Importable = Exclude<FileContent, { kind: 'text' }>;

/** The content of a file, or why it can't be used. */
type ReadResult = { content: FileContent } | { problem: string };

/** What can be used of several files, and why the others can't be. */
export type ReadFiles = { contents: readonly FileContent[]; problems: readonly string[] };

/** As many jobs as a person can have at once by default. */
const maxFiles = 20;
/** Larger files are not read: no format needs as much. In bytes. */
const maxBytes = 10_000_000;
/** The server's limit for diagram sources, in characters. */
const maxSourceLength = 100_000;
/** The server's limit for file names, in characters. */
const maxNameLength = 200;
/** The server's limit for instructions, in characters. */
const maxInstructionLength = 4000;

/** Text that describes a page or a picture: SVG, HTML and other XML. */
const MARKUP = /^\uFEFF?\s*<(?:[?!]|[a-z][\w:-]*[\s/>])/i;

const isDiagramEnding: ReadonlySet<string> = new Set(diagramEndings);

/** Reads the files that a person has dropped, pasted or chosen. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  if (files.length === 0) return { contents: [], problems: [t('importing.problem.none')] };
  const results = await Promise.all(files.slice(0, maxFiles).map(readFile));
  const read = results.map((result, index) => refuseTextBesideOthers(result, files, index));
  const problems = read.flatMap((result) => ('problem' in result ? result.problem : []));
  if (files.length > maxFiles) problems.push(t('importing.problem.several', { count: maxFiles }));
  return { contents: read.flatMap((result) => ('content' in result ? result.content : [])), problems };
}

/** An instruction is edited before it is sent, and there is one at a time. */
function refuseTextBesideOthers(result: ReadResult, files: readonly File[], index: number): ReadResult {
  const isText = 'content' in result && result.content.kind === 'text';
  if (!isText || files.length === 1) return result;
  return { problem: t('importing.problem.textBesideOthers', { name: files[index]?.name }) };
}

async function readFile(file: File): Promise<ReadResult> {
  const { name } = file;
  if (file.size > maxBytes) return { problem: t('importing.problem.large', { name }) };
  const text = await textOf(file).catch(() => null);
  if (text === null) return { problem: t('importing.problem.binary', { name }) };
  if (text.trim() === '') return { problem: t('importing.problem.empty', { name }) };
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'json' || ending === 'excalidraw') return readJson(file, text, ending);
  return isDiagramEnding.has(ending) ? asDiagram(file, text) : asInstruction(file, text.trim());
}

/** @throws If the file is no text in UTF-8, or can't be read, as a folder. */
async function textOf(file: File): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  if (text.includes('\0')) throw new Error('binary');
  return text;
}

function asDiagram({ name, size }: File, source: string): ReadResult {
  const { length } = [...source];
  if (length > maxSourceLength)
    return { problem: t('importing.problem.long', { name, count: length, limit: maxSourceLength }) };
  return { content: { kind: 'diagram', name: name.slice(-maxNameLength), size, source, notes: [] } };
}

/** Markup and long texts are no instructions: they would replace what a person has typed by what can't be sent. */
function asInstruction({ name }: File, text: string): ReadResult {
  if (MARKUP.test(text)) return { problem: t('importing.problem.markup', { name }) };
  const { length } = [...text];
  if (length > maxInstructionLength)
    return {
      problem: t('importing.problem.longText', { name, count: length, limit: maxInstructionLength }),
    };
  return { content: { kind: 'text', text } };
}

async function readJson(file: File, text: string, ending: string): Promise<ReadResult> {
  const { name, size } = file;
  const value = parse(text);
  const type = isObject(value) && 'type' in value ? value.type : null;
  if (type === 'collabcanvas') return { content: { kind: 'canvas', name, size, json: text, notes: [] } };
  if (type === 'excalidraw') {
    const { convertExcalidraw } = await import('./excalidraw/convertExcalidraw.ts');
    const { json, notes } = convertExcalidraw(value, titleFrom(name));
    if (json === null) return { problem: t('importing.problem.nothing', { name }) };
    return { content: { kind: 'canvas', name, size, json, notes } };
  }
  if (ending === 'excalidraw') return { problem: t('importing.problem.excalidraw', { name }) };
  // Refused here, too: it is named beside other files, which can be imported.
  return isObject(value) ? asDiagram(file, text) : { problem: t('importing.problem.json', { name }) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** A file name without its ending. "Plan v2" keeps its number: it may well be a person's own. */
const titleFrom = (name: string): string => name.replace(/\.\w+$/, '') || name;
