import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import { breakColumns } from '../boards/breakColumns.ts';
import { findTemplate, templateOf } from '../boards/find.ts';
import { boardFirst, withoutPut } from '../boards/putCards.ts';
import type { Template } from '../boards/template.ts';
import { type Declared, withHeader } from '../instruction/declared.ts';
import { type Kind, kindEnd, kindNames } from '../instruction/kinds.ts';
import { splitOpening } from '../instruction/opening.ts';
import { correctOpening } from '../instruction/spelling.ts';
import {
  countIn,
  hasErrorPath,
  subjectOf,
  tellsCount,
  titleOf,
  withoutErrorPath,
} from '../instruction/title.ts';
import { directionIn } from '../instruction/wishes.ts';
import { parseItems } from '../text/inline.ts';
import { depthOf, type Item, leaf } from '../text/item.ts';
import { ledItems } from '../text/led.ts';
import { breakMarkers } from '../text/markers.ts';
import { place, takePlaced } from '../text/placed.ts';
import { capitalise } from '../text/plain.ts';
import { partSides } from '../text/signs.ts';
import { namesProcess } from '../topics/find.ts';
import { evidence } from './evidence.ts';

/** An instruction as the sketcher has understood it. */
export type SketchRequest = {
  kind: Kind;
  /** Whether the text named the kind or showed it by its form; false when the kind is a guess. */
  certain: boolean;
  template: Template | null;
  /** Title of the canvas, from the person's own words; '' when they gave none. */
  title: string;
  /** What the diagram is about, without the diagram's name: "pricing"; '' when not said. */
  subject: string;
  /** The content as it was written, '' when only a subject was given. */
  body: string;
  /** Parts that the opening names: columns or branches. */
  declared: Declared | null;
  /** The content as a hierarchy. */
  items: Item[];
  /** Number of steps asked for. */
  count: number | null;
  /** Whether an error path was asked for in so many words. */
  errorPath: boolean;
  direction: PlanDirection | null;
};

/** Reads plain text (see `plainText`) and decides what to draw. */
export function readRequest(written: string): SketchRequest {
  const text = boardFirst(breakMarkers(partSides(correctOpening(written))));
  const { head, declared, body: content } = withHeader(splitOpening(text, kindEnd));
  const told = withoutErrorPath(content);
  const inside = nameOfKind('kanban', head) ? breakColumns(withoutPut(told)) : told;
  const { text: body, placed } = nameOfKind('flow', head) ? { text: inside, placed: [] } : takePlaced(inside);
  const items = place(withDeclared(declared, body), placed);
  const { title, rest } = titleAmong(head, items);
  const { kind: likely, certain } = decide(head, declared, body, rest);
  // Steps of a flow hold nothing, but regions do.
  const kind = placed.length > 0 && likely === 'flow' ? 'comparison' : likely;
  const template =
    findTemplate(head) ??
    (head === '' && isHeadingAlone(text) ? findTemplate(text) : null) ??
    templateOf(rest);
  const isKanban = kind === 'kanban' && (declared !== null || nameOfKind('kanban', head));
  const chosen = isKanban || template === null ? kind : 'board';
  const topicOnly = head === '' && chosen === 'flow' && !certain;
  return {
    kind: chosen,
    certain: certain || chosen === 'board',
    template: chosen === 'board' ? template : null,
    title: topicOnly ? capitalise(body.trim()) : titleOf(title),
    subject: topicOnly ? body.trim() : subjectOf(title),
    body: topicOnly ? '' : body,
    declared,
    items: rest,
    count: countIn(head),
    errorPath: hasErrorPath(text),
    direction: directionIn(head),
  };
}

const nameOfKind = (kind: Kind, head: string): boolean =>
  kindNames.some((name) => name.kind === kind && name.pattern.test(head));

/** Whether a text is no more than a heading: one short line without a list. */
const isHeadingAlone = (text: string): boolean => text.length <= 80 && !/[\n;:]|[.!?]\s/.test(text);

/** "under drinks: water, tea". */
const BELOW = /^(?:and\s+|und\s+)?(?:under|below|unter|bei|sous|bajo)\s+(?:the\s+|den\s+|die\s+)?/;

/** The parts that the opening names, each with what the content has below that name; further sections after them. */
function withDeclared(declared: Declared | null, body: string): Item[] {
  const listed = parseItems(body);
  if (declared === null) return listed;
  const isNamed = (item: Item, name: string) =>
    item.text.toLowerCase().replace(BELOW, '') === name.toLowerCase();
  const isPart = (words: string) => declared.names.some((name) => isNamed(leaf(words), name));
  const led = depthOf(listed) > 1 ? [] : ledItems(body, isPart);
  const items = led.length > 0 ? led : listed;
  const parts = declared.names.map((name) => ({
    text: name,
    children: items.filter((item) => isNamed(item, name)).flatMap((item) => item.children),
  }));
  const others = items.filter((item) => !declared.names.some((name) => isNamed(item, name)));
  const [loose, further] = [
    others.filter((item) => item.children.length === 0),
    others.filter((item) => item.children.length > 0),
  ];
  const [first, ...rest] = parts;
  if (first === undefined) return items;
  return [{ ...first, children: [...first.children, ...loose] }, ...rest, ...further];
}

/** A first line with nothing below it, before lines of which most have, is the title. */
function titleAmong(head: string, items: Item[]): { title: string; rest: Item[] } {
  const [first, ...rest] = items;
  const isTitle =
    head === '' &&
    first !== undefined &&
    first.children.length === 0 &&
    first.text.length <= 80 &&
    rest.length > 1 &&
    rest.filter((item) => item.children.length > 0).length * 2 >= rest.length;
  return isTitle ? { title: first.text, rest } : { title: head, rest: items };
}

/** Scores every kind by its name in the opening and by the form of the content; the highest wins. */
function decide(
  head: string,
  declared: Declared | null,
  body: string,
  items: readonly Item[],
): { kind: Kind; certain: boolean } {
  const scores = new Map<Kind, number>();
  const add = (kind: Kind, score: number) => scores.set(kind, Math.max(scores.get(kind) ?? 0, 0) + score);
  for (const { kind, pattern, weight } of kindNames) if (pattern.test(head)) add(kind, weight);
  if (declared !== null) add(declared.of === 'columns' ? 'kanban' : 'mindmap', 10);
  for (const { kind, score } of evidence(body === '' ? head : body, items)) add(kind, score);
  if (tellsCount(head)) add('flow', 5);
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < 3)
    return { kind: isTopic(head, body) ? 'flow' : 'mindmap', certain: false };
  return { kind: best[0], certain: true };
}

/** Whether the text is only the name of a process that the sketcher knows, and not of something else about it. */
const isTopic = (head: string, body: string): boolean =>
  head === '' &&
  !/[,;\n]/.test(body) &&
  !kindNames.some(({ kind, pattern }) => kind !== 'flow' && pattern.test(body)) &&
  namesProcess(body);
