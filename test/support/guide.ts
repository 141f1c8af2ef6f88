import { readFile } from 'node:fs/promises';

/** A fenced block of a guide. */
export type Block = {
  /** What stands after the fence: `graphql`, `sh`, `json`, … */
  language: string;
  text: string;
  /** Line of the guide that it begins in: to find it when it fails. */
  line: number;
};

/** All fenced blocks of a Markdown file, in order. */
export async function readBlocks(file: string): Promise<Block[]> {
  const markdown = await readFile(file, 'utf8');
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: text = '', index }) => ({
      language,
      text,
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
}

/** The answer that the guide shows for a block: a block of JSON that follows it with nothing between. */
export function answerTo(block: Block, blocks: readonly Block[]): string | null {
  const next = block.line + block.text.split('\n').length + 2;
  const shown = blocks.find(({ line }) => line === next);
  return shown?.language === 'json' ? shown.text : null;
}

/** The name that a program of the guide is to be saved under: the first word of the comment that it begins with. */
export function programName({ text }: Block): string | undefined {
  return /^(?:\/\/|#) ([\w-]+\.(?:mjs|sh)):/.exec(text)?.[1];
}

/**
 * Whether an example of an answer is true as far as it goes: each of its keys is in the answer, with the same kind of
 * value. Lists are alike when their first elements are, and nothing is like everything.
 */
export function isAlike(example: unknown, truth: unknown): boolean {
  if (example === null || truth === null) return true;
  if (Array.isArray(example) && Array.isArray(truth)) {
    return example.length === 0 || truth.length === 0 || isAlike(example[0], truth[0]);
  }
  if (typeof example !== 'object' || typeof truth !== 'object') return typeof example === typeof truth;
  const found = new Map(Object.entries(truth ?? {}));
  return Object.entries(example).every(([key, value]) => found.has(key) && isAlike(value, found.get(key)));
}
