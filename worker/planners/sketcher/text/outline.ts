import type { Item } from './item.ts';
import { hasWords } from './plain.ts';

const MARKER =
  /^(?:[-*+•‣▪◦–—]\s+|・\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,2}、\s*|\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-z][.)])\s+)?(?:\[[ xX✓✔]?\]\s+)?/u;
type Line = { text: string; depth: number };

/** Whether a line begins with a bullet, a number or a heading mark. */
export function isMarked(line: string): boolean {
  return /^\s*(?:#{1,6}\s|[-*+•‣▪◦–—]\s|・|[①-⑳]|[一二三四五六七八九十]{1,2}、|\(?\d{1,3}[.)]\s|\d+(?:\.\d+)+\s)/u.test(
    line,
  );
}

/** Whether at least two lines are numbered "1.", "1)" or "①", in a text of lines. */
export function isNumbered(text: string): boolean {
  return (text.match(/^\s*(?:\(?\d{1,3}[.)]\s|[①-⑳]|[一二三四五六七八九十]{1,2}、)/gmu) ?? []).length >= 2;
}

const BOX = /^\s*(?:[-*+•]\s+)?\[([ xX])\]\s+(.*\S)/;

/** What is ticked and what is not, of a list with boxes such as "- [x] paint". */
export function checklistOf(text: string): { open: string[]; done: string[] } {
  const lines = text.split('\n').flatMap((line) => {
    const [, tick, words] = BOX.exec(line) ?? [];
    return words === undefined ? [] : [{ words, ticked: tick !== ' ' }];
  });
  const wordsOf = (ticked: boolean) =>
    lines.filter((line) => line.ticked === ticked).map((line) => line.words);
  return { open: wordsOf(false), done: wordsOf(true) };
}

/** Whether all lines of a text, and at least two, have boxes to tick. */
export function isChecklist(text: string): boolean {
  const lines = text.split('\n').filter(hasWords);
  return lines.length >= 2 && lines.every((line) => BOX.test(line));
}

/** A text of lines as a hierarchy: by headings, indentation, bullets, blocks of lines and numbers such as 2.1. */
export function parseOutline(text: string): Item[] {
  const lines = withBlockHeadings(text).split('\n').filter(hasWords);
  const mixed = lines.some(isMarked) && lines.some((line) => !isMarked(line));
  const remarks = remarksOf(lines);
  const roots: Item[] = [];
  const open: { depth: number; item: Item }[] = [];
  for (const [at, line] of lines.entries()) {
    const { text: words, depth } = measure(line, mixed, at > 0 && at < remarks);
    const item: Item = { text: words, children: [] };
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    (open.at(-1)?.item.children ?? roots).push(item);
    open.push({ depth, item });
  }
  return roots;
}

/**
 * Number of lines at the begin that are a title and remarks such as "Attendees: Ana, Bo", where all others are marked:
 * the remarks stand beside these.
 */
function remarksOf(lines: readonly string[]): number {
  const first = lines.findIndex(isMarked);
  const isRemark = (line: string) => /^[^\s:：][^:：]{0,40}[:：]\s*\S/.test(line);
  const isTitled = first > 1 && !isRemark(lines[0] ?? '') && lines.slice(1, first).every(isRemark);
  return isTitled && lines.slice(first).every(isMarked) ? first : 0;
}

/** Blocks of plain lines between blank lines, each below a short first line: these become headings. */
function withBlockHeadings(text: string): string {
  const blocks = text.split(/\n\n/).map((block) => block.split('\n'));
  const isHeaded = ([first = '', ...others]: string[]) =>
    others.length > 0 &&
    first.length <= 40 &&
    !/[.!?,;]$/.test(first) &&
    others.every((line) => !/[.!?]$/.test(line));
  const [title, ...rest] = blocks[0]?.length === 1 ? blocks : [[], ...blocks];
  const isPlain = blocks.flat().every((line) => !isMarked(line) && /^\S/.test(line));
  if (!isPlain || rest.length < 2 || !rest.every(isHeaded)) return text;
  const headed = rest.map(([first, ...others]) => [`## ${first}`, ...others].join('\n'));
  return [...(title ?? []), ...headed].join('\n');
}

/** Headings are above all else; below them indentation counts, and a bullet or a remark is below the plain line before it. */
function measure(line: string, mixed: boolean, isRemark: boolean): Line {
  const heading = /^\s*(#{1,6})\s+(.*)$/.exec(line);
  if (heading?.[1] !== undefined) return { text: heading[2] ?? '', depth: heading[1].length };
  const indent = line.length - line.trimStart().length;
  const body = line.trimStart();
  const dots = /^\d{1,3}((?:\.\d{1,3})+)[.)]?\s/.exec(body)?.[1]?.match(/\./g)?.length ?? 0;
  const below = isRemark || (mixed && isMarked(line)) ? 1 : 0;
  const words = body.replace(MARKER, '').trim();
  return { text: words === '' ? body : words, depth: 10 + indent * 8 + dots * 2 + below };
}
