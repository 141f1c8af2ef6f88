import { isColumnName } from '../boards/columns.ts';
import type { Kind } from '../instruction/kinds.ts';
import { atOncePhrases } from '../text/atOnce.ts';
import { datedItems } from '../text/datedItems.ts';
import { dated } from '../text/dates.ts';
import { depthOf, type Item } from '../text/item.ts';
import { isChecklist, isNumbered } from '../text/outline.ts';
import { isRange } from '../text/range.ts';
import { HAS_GROUPS, rankOf } from '../text/relations.ts';
import { splitPhrases } from '../text/sentences.ts';
import { splitCommas } from '../text/split.ts';
import { isAction } from '../text/verbs.ts';

/** An arrow between two things, as people type it; groups: none. */
export const ARROW = /\s*(?:-{1,3}>|={1,2}>|[→⟶➔➜➝⇒»])\s*|\s+>\s+/u;

const CONDITION =
  /(?:^|[\s,;.(])(?:if|unless|otherwise|in case|on (?:failure|error|success)|wenn|falls|sonst|sinon|sino|si)\s+\p{L}|如果|否则|もし|なければ|\bwhen\b.{0,30}\b(?:fails?|expires?|invalid|rejected)\b/iu;
const SEQUENCE = /\b(?:then|after that|afterwards|finally|first(?:ly)?,|next,|danach|puis|luego)\b/i;
const PARALLEL = new RegExp(`(?<!\\p{L})(?:${atOncePhrases.join('|')})(?!\\p{L})`, 'iu');
const REPORTS =
  /\breports? to\b|\bconsists? of\b|\b(?:made up of|divided into)\b|\bbesteht aus\b|\bberichte[tn]? an\b|\buntersteh(?:t|en)\b|(?<!\p{L})[Ss]ous (?:lui|elle|eux)\b|\b(?:manages|leads|supervises|oversees|leitet)\b|\bunder (?:the )?[A-Z]{2,}\b|(?:^|[.;]\s)(?:Under|Below) (?:him|her|them) (?:is|are|we have)\b/u;
const VERSUS = /\s(?:vs\.?|versus)\s/i;

type Clue = { kind: Kind; score: number };

/** Clues to the kind that lie in the form of the content rather than in a name. */
export function evidence(text: string, items: readonly Item[]): Clue[] {
  const clues: Clue[] = [];
  const add = (kind: Kind, score: number, holds: boolean) => {
    if (holds) clues.push({ kind, score });
  };
  add('flow', 7, ARROW.test(text));
  add('flow', 5, CONDITION.test(text));
  add('flow', 5, PARALLEL.test(text));
  add('flow', 5, splitCommas(text).filter((piece) => isRange(piece) && dated(piece) === null).length >= 2);
  add('flow', 2, SEQUENCE.test(text));
  add('flow', 4, (text.match(new RegExp(SEQUENCE, 'gi')) ?? []).length >= 2);
  add('flow', 3, isNumbered(text) && depthOf(items) === 1);
  add('flow', 4, !hasBullets(text) && mostlyActions(text));
  add('kanban', 9, items.filter((item) => item.children.length > 0 && isColumnName(item.text)).length >= 2);
  add('kanban', 9, isChecklist(text));
  add('kanban', 6, items.length >= 2 && items.every((item) => isColumnName(item.text)));
  add('kanban', 4, areGroups(items));
  add('orgchart', 5, areLinked(items));
  add('orgchart', 6, REPORTS.test(text) || HAS_GROUPS.test(text));
  add('orgchart', 6, items.length > 1 && items.every(({ text: name }) => rankOf(name) === 'chief'));
  add('comparison', 5, VERSUS.test(text));
  add('comparison', 7, /^\s*\|.+\|\s*\n\s*\|[\s:|-]+\|/m.test(text));
  add('timeline', 5, isDated(text, items));
  add('mindmap', 3, depthOf(items) >= 2);
  add('list', 3, isPlainList(text, items));
  return clues;
}

function isDated(text: string, items: readonly Item[]): boolean {
  if (items.every((item) => item.children.length === 0)) return datedItems(text) !== null;
  // A single line with a date is a heading: "Meeting notes 12 May".
  return items.length > 1 && items.filter((item) => dated(item.text) !== null).length * 2 > items.length;
}

const hasBullets = (text: string): boolean => /^\s*[-*+•‣▪◦・]\s?\S/m.test(text);

/** Whether most items have a flat list below them: they are read as columns. */
const areGroups = (items: readonly Item[]): boolean =>
  items.length >= 2 &&
  depthOf(items) === 2 &&
  items.filter((item) => item.children.length > 0).length * 2 > items.length;

/** Whether what stands below one item heads another one. */
function areLinked(items: readonly Item[]): boolean {
  const heads = new Set(
    items.filter(({ children }) => children.length > 0).map(({ text }) => text.toLowerCase()),
  );
  return items.some(({ children }) => children.some(({ text }) => heads.has(text.toLowerCase())));
}

/** Whether a text lists short things, one after the other. */
function isPlainList(text: string, items: readonly Item[]): boolean {
  if (
    !hasBullets(text) &&
    /[.!?。！？]\s*\S/.test(
      text
        .replace(/(?<!\S)\S{1,3}[.)]\s/g, '')
        .replace(/\b(?:etc|e\.g|i\.e|Dr|z\.B)\./g, '')
        .replace(/\w[.!?]\w/g, ''),
    )
  )
    return false;
  const words = items.map((item) => item.text.split(/\s+/).length);
  const isShort = words.reduce((sum, count) => sum + count, 0) <= 6 * items.length;
  return (
    items.length >= 2 &&
    depthOf(items) === 1 &&
    (hasBullets(text) || (isShort && words.every((count) => count <= 12)))
  );
}

/** Whether the phrases of a text are mostly things to do, one after the other. */
function mostlyActions(text: string): boolean {
  const phrases = splitPhrases(text);
  return phrases.length >= 2 && phrases.filter(isAction).length * 2 > phrases.length;
}
