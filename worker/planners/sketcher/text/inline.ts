import { groupsIn } from './groups.ts';
import { type Item, leaf } from './item.ts';
import { breakMarkers } from './markers.ts';
import { isMarked, parseOutline } from './outline.ts';
import { hasWords } from './plain.ts';
import { nestRecords } from './records.ts';
import { readRelation, splitStatements } from './relations.ts';
import { sectionsOf } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { signedItems } from './signs.ts';
import { protectedPlaces, splitList } from './split.ts';
import { tableItems } from './table.ts';
import { splitUnparted } from './unparted.ts';

/** What a text lists, as a hierarchy: lines and indentation, "name: a, b; name: c", "a (b, c)", or "a, b and c". */
export function parseItems(text: string): Item[] {
  const table = tableItems(text);
  if (table !== null) return table;
  const signed = signedItems(text);
  if (signed !== null) return signed;
  const broken = breakMarkers(text);
  const lines = broken.split('\n').filter(hasWords);
  const structured = lines.length > 1 && (lines.some(isMarked) || !lines.some((line) => /[;；]/.test(line)));
  const grouped = groupsIn(text, listed);
  if (grouped !== null) return grouped;
  if (!structured) return statedItems(text) ?? parseInline(lines.join('\n'));
  const outline = parseOutline(broken);
  return nestRecords(outline) ?? expand(outline);
}

/** A colon with nothing or only a dash after it. */
const EMPTY = /\s*[:：][\s\p{Pd}]*$/u;

/**
 * Lines of an outline that are lists themselves become branches: "Food: vegetables, water". Where one line is, the
 * lines beside it with a name and a colon are, too.
 */
function expand(items: readonly Item[]): Item[] {
  const named = items.map((item) => (item.children.length > 0 ? null : nameAndList(item.text)));
  const areLists = named.some((each) => each !== null && isList(each.list)) && !areMessages(named);
  return items.map((item, at) => {
    const text = item.text.replace(EMPTY, '');
    const own = named[at];
    if (item.children.length > 0) return { text, children: expand(item.children) };
    if (!areLists || own === null || own === undefined)
      return areLists ? (withBrackets([text])[0] ?? leaf(text)) : leaf(text);
    return { text: own.name, children: own.list };
  });
}

/** Whether lines are a conversation: some name stands before several of them. */
function areMessages(lines: readonly ({ name: string } | null)[]): boolean {
  const names = lines.flatMap((line) =>
    line === null ? [] : [line.name.replace(/[[(]?\d{1,2}[:.]\d[\d:.]*[\])]?/g, '').trim()],
  );
  return new Set(names).size < names.length;
}

/** Whether pieces between commas are things rather than clauses. */
const isList = (items: readonly Item[]): boolean =>
  items.length > 1 &&
  items.every(({ text }) => text.split(' ').length <= 5 && !/^(?:then|but|so|which|dann|aber)\s/i.test(text));

/** "Name: a, b" of one line. */
function nameAndList(line: string): { name: string; list: Item[] } | null {
  const { before, sections } = sectionsOf(line);
  const [section] = sections;
  if (section === undefined || before !== '' || sections.length > 1) return null;
  return hasWords(section.content) ? { name: section.name, list: listed(section.content) } : null;
}

/** One line of text as items. */
function parseInline(text: string): Item[] {
  const { before, sections } = sectionsOf(text);
  // A colon late in prose begins no section.
  if (sections.length === 1 && splitSentences(before).length >= 2) return listed(text);
  const named = sections.map(({ name, content }) => ({ text: name, children: listed(content) }));
  return [...listed(before), ...named];
}

/** "Red team has Ana and Bo, blue team has Cy": where every statement is of this form, each is a branch. */
function statedItems(text: string): Item[] | null {
  const statements = splitStatements(text);
  const relations = statements.map(readRelation).filter((relation) => relation?.kind === 'below');
  if (relations.length < 2 || relations.length < statements.length) return null;
  return relations.map(({ upper, lower }) => ({
    text: upper ?? '',
    children: withBrackets(splitList(lower)),
  }));
}

/** Things that a text without names lists: its sentences where it has several long ones, else its list. */
function listed(text: string): Item[] {
  const sentences = splitSentences(text);
  return withBrackets(sentences.flatMap(splitList).flatMap(splitUnparted));
}

/**
 * "food (vegetables, water), sleep" is food with two things below it, and sleep. Where no brackets of a list hold several
 * things, they are remarks: "welcome (5 min), lunch".
 */
function withBrackets(texts: readonly string[]): Item[] {
  const items = texts.map(bracketed);
  return items.some(({ children }) => children.length > 1) ? items : texts.map(leaf);
}

const BRACKETED = /^([^()[\]{}（）]+?)\s*([([{（])(.+)[)\]}）]$/su;

function bracketed(text: string): Item {
  const [, name, , inside = ''] = BRACKETED.exec(text) ?? [];
  if (name === undefined || protectedPlaces(text)?.indexOf(0, name.length + 2) !== text.length - 1)
    return leaf(text);
  return { text: name.trim(), children: splitList(inside).map(bracketed) };
}
