import type { CompletePlan } from '../completePlan.ts';
import { detectSource } from './detect/detectSource.ts';
import { languageNames } from './detect/fence.ts';
import { titledByFile } from './plan/titles.ts';
import { prepareSource, readSource } from './readSource.ts';
import { type DiagramSource, diagramLanguages, languageTitles } from './source/diagramSource.ts';

/** A file that may hold a diagram source, and its name, if that is known. */
export type SourceFile = {
  text: string;
  name: string | null;
  /** Whether the plan of a source without a title keeps the name of its kind, since the caller has a title for it. */
  isTitledLater?: boolean;
};

/** The plan of a file, or why it has none. */
export type ReadFile = CompletePlan | { refusal: string };

/** Reads a file in the language that the ending of its name says, or else in the one that its text is in. */
export async function readSourceFile(file: SourceFile): Promise<ReadFile> {
  const source = sourceOf(file);
  if (source === null) return { refusal: notRecognised };
  const plan = await readSource(source);
  const title = languageTitles[source.language];
  if (plan !== null) return file.isTitledLater ? plan : titledByFile(plan, file.name);
  return { refusal: `Nothing in this file can be read as ${title}. The user guide lists what is read.` };
}

/** Loads the parser that a file needs. */
export function prepareSourceFile(file: SourceFile): Promise<void> {
  return prepareSource(sourceOf(file));
}

const notRecognised =
  `This text is in no diagram language that is known: ${Object.values(languageTitles).join(', ')}. ` +
  'A file name with an ending such as “.csv” says which one it is.';

function sourceOf({ text, name }: SourceFile): DiagramSource | null {
  const ending = /\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const language = languageNames.get(ending);
  if (language !== undefined && language !== 'markdown') return whole(text, language);
  const detected = detectSource(text);
  // Markdown that holds a diagram is about that diagram; an example in another language is part of the text.
  return language === undefined || diagramLanguages.has(detected?.language ?? '')
    ? detected
    : whole(text, language);
}

const whole = (text: string, language: DiagramSource['language']): DiagramSource => ({
  ...{ language, text },
  ...{ first: 1, before: '', after: '' },
});
