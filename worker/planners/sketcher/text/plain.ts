import { maxTextLength } from '../../../../src/canvas/model/limits.ts';
import { trimEndOf } from './trimEnd.ts';

const INVISIBLE = /[[\p{Cc}\p{Bidi_Control}\u200B\uFEFF]--[\n]]/gv;
/**
 * Tags of elements that have a content, which stays. What stands in a comment holds no other one's beginning: else each
 * beginning would be read to the text's end.
 */
const TAG = /<\/?(?!(?:img|input|hr|iframe|embed)\b)[a-z][^<>]*>|<!--(?:[^<\n]|<(?!!--))*?-->/gi;
/** Characters that `hideQuotes` uses for marks of its own. */
const RESERVED = /[\uE000\uE001]/g;
/** Longest indentation that is told apart, in characters. */
const MAX_INDENT = 40;

/**
 * The instruction as plain text: no markup, no control or direction-changing characters, lone surrogates
 * replaced. Lines and their indentation stay, because they carry structure. No white space is longer than a blank
 * line and an indentation, so that patterns that try each place of it take a bounded time.
 */
export function plainText(raw: string): string {
  const text = tableRows(raw)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(TREE_LINES, (lines) => (/[├└]/.test(lines) ? ' '.repeat(lines.length) : lines))
    .replace(INVISIBLE, '')
    .replace(RESERVED, ' ');
  const withoutTags = text.replace(TAG, ' ');
  return shortenSpaces(stripEmphasis(shortenSpaces(withoutTags.trim() === '' ? text : withoutTags)));
}

/** A tag of the text which `plainText` leaves out, other than a line break; undefined if there is none. */
export function tagLeftOut(raw: string): string | undefined {
  const tag = raw.match(TAG)?.find((found) => !/^<br\b/i.test(found));
  return tag !== undefined && plainText(raw).includes(tag) ? undefined : tag;
}

/** One space between words, one blank line between paragraphs, and no longer indentation than is told apart. */
const shortenSpaces = (text: string): string =>
  text
    .replace(/(\S)[^\S\n]+/g, '$1 ')
    .replace(/\n(?:[^\S\n]*\n)+/g, '\n\n')
    .replace(LONG_INDENT, ' '.repeat(MAX_INDENT));

/** What the `tree` command draws before a name; its width is the indentation. */
const TREE_LINES = /^[│├└─ \u00A0]{2,80}/gm;

const LONG_INDENT = new RegExp(`^[^\\S\\n]{${MAX_INDENT},}`, 'gm');

/**
 * Cells between tabs, as a spreadsheet copies them, or between semicolons or commas without spaces, as it exports
 * them, become a Markdown table; other tabs become four spaces.
 */
function tableRows(raw: string): string {
  const lines = raw.split('\n');
  const separator = separatorOf(lines);
  if (separator === null) return raw.replaceAll('\t', '    ');
  const isRow = (line: string) => line.includes(separator);
  const first = lines.findIndex(isRow);
  return lines
    .flatMap((line, at) => {
      if (!isRow(line)) return [line.replaceAll('\t', '    ')];
      const cells = line.replaceAll('|', '/').split(separator);
      const row = `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;
      return at === first ? [row, `|${' --- |'.repeat(cells.length)}`] : [row];
    })
    .join('\n');
}

/** What parts the cells, where at least two lines have as many of them, and at least three. */
function separatorOf(lines: readonly string[]): string | null {
  if (lines.filter((line) => /\S\t/.test(line)).length >= 2) return '\t';
  const full = lines.filter((line) => line.trim() !== '');
  const isTable = (separator: string) => {
    const [count = 0, ...others] = new Set(full.map((line) => line.split(separator).length));
    return count > 2 && others.length === 0 && !full.some((line) => line.includes(`${separator} `));
  };
  return full.length < 2 ? null : ([';', ','].find(isTable) ?? null);
}

/** Markdown's emphasis, code and links down to their words. */
const stripEmphasis = (text: string): string =>
  text
    .replace(/^\s*```.*$/gm, '')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/!?\[([^[\]\n]+)\]\((?:[^()[\n]|\([^()[\n]*\))*\)/g, '$1');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `max` UTF-16 units, cut between characters as people see them, at a word's end if one is near. */
export function shorten(text: string, max = maxTextLength): string {
  if (text.length <= max) return text;
  let cut = '';
  for (const { segment } of graphemes.segment(text.slice(0, max + 1))) {
    if (cut.length + segment.length > max - 1) break;
    cut += segment;
  }
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Upper case for the first letter of a word that is written in small letters; `iPhone` and `eBay` stay. */
export function capitalise(text: string): string {
  return text.replace(/^(\p{Ll})(?=[\p{Ll}'’]*(?:[^\p{L}]|$))/u, (first) =>
    first.toUpperCase().length === 1 ? first.toUpperCase() : first,
  );
}

/** A text as it stands on a shape: one line, trimmed of the punctuation of its sentence, capitalised, short. */
export function label(text: string, max = maxTextLength): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const bare = trimEndOf(line.replace(/^(?:[,;:.\s]+|[-–—•*]\s+)+/u, ''), ',;: ')
    .replace(/(?<![.\d])\.$/u, '')
    .replace(/^["“”«»'‘](.*)["“”«»'’]$/u, '$1')
    .trim();
  return shorten(capitalise(bare === '' ? line : bare), max);
}

/** Whether the text has a letter, a digit or a symbol such as an emoji, and not punctuation alone. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(text);
}
