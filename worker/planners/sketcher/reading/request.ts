import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import { findTemplate, templateOf } from '../boards/find.ts';
import type { Template } from '../boards/template.ts';
import { parseItems } from '../text/inline.ts';
import { depthOf, type Item, leaf } from '../text/item.ts';
import { ledItems } from '../text/led.ts';
import { breakMarkers } from '../text/markers.ts';
import { place, takePlaced } from '../text/placed.ts';
import { capitalise, hasWords } from '../text/plain.ts';
import { correctOpening } from '../text/spelling.ts';
import { NUMBER, numberOf } from '../text/words.ts';
import { findProcess } from '../topics/find.ts';
import { withoutCommand } from './command.ts';
import type { Declared } from './declared.ts';
import { evidence } from './evidence.ts';
import { type Kind, kindNames } from './kinds.ts';
import { splitOpening } from './opening.ts';

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

const ERROR_PATH =
  /,?\s*\b(?:with |and |plus |including )?(?:an? |the |its |one )?(?:error|failure|exception|unhappy|retry|fallback)s? (?:paths?|case|branch(?:es)?|handling|loops?|flow)\b|\bwith (?:an? )?(?:errors?|retries|retry)\b/gi;
const COUNT = new RegExp(
  `\\b(?:with |in |of |has |having )?(${NUMBER})[ -](?:\\w+ )?(?:steps?|stages?|phases?|nodes?|boxes|columns)\\b`,
  'i',
);

/** Reads plain text (see `plainText`) and decides what to draw. */
export function readRequest(written: string): SketchRequest {
  const { text, direction } = withoutDirection(breakMarkers(correctOpening(written)));
  const { head, declared, body: content } = splitOpening(text, nameEnd);
  const inside = content.replace(ERROR_PATH, '');
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
    count: numberOf(COUNT.exec(head)?.[1] ?? ''),
    errorPath: text.search(ERROR_PATH) !== -1,
    direction: direction ?? directionOf(head),
  };
}

const nameOfKind = (kind: Kind, head: string): boolean =>
  kindNames.some((name) => name.kind === kind && name.pattern.test(head));

/** Whether a text is no more than a heading: one short line without a list. */
const isHeadingAlone = (text: string): boolean => text.length <= 80 && !/[\n;:]|[.!?]\s/.test(text);

/** The parts that the opening names, each with what the content has below that name; further sections after them. */
function withDeclared(declared: Declared | null, body: string): Item[] {
  const listed = parseItems(body);
  if (declared === null) return listed;
  const isNamed = (item: Item, name: string) => item.text.toLowerCase() === name.toLowerCase();
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

/** More of an opening than a title or a subject ever shows, in UTF-16 units. */
const MAX_OPENING = 400;

/** "… with the phases" before the list of them. */
const PARTS =
  /\s+(?:with|in|and)\s+(?:the\s+)?(?:following\s+)?(?:phases|columns|steps|stages|branches|topics|sections|rows|lanes|options|criteria)\s*$/i;

/** "Mind map "Bees"" is called Bees. */
const CALLED =
  /^(?:[^\s"“„«]+\s+){1,3}(?<!\s(?:of|for|about|with|on|von|für|über|de|sobre|sur|pour|para|di)\s+)["“„«]([^"“”„«»]+)["”»]?$/i;

/** The opening as a heading: without the number of steps and the error path, which the diagram itself shows. */
const titleOf = (head: string): string =>
  capitalise(
    (CALLED.exec(beginOf(head))?.[1] ?? beginOf(head))
      .replace(
        /^(?:compare|comparing|vergleiche?n?|comparare?|comparez?|confrontare|group|sort|cluster)(?: (?:these|this|them))?\s+(?=\S)/i,
        '',
      )
      .replace(ERROR_PATH, '')
      .replace(COUNT, '')
      .replace(/\s+/g, ' ')
      .replace(PARTS, '')
      .replace(/(?:[\s,:]|\b(?:and|with|in|of|for|between|among|showing|on))+$/i, ''),
  );

const beginOf = (head: string): string => head.slice(0, MAX_OPENING).toWellFormed();

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
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < 3)
    return { kind: isTopic(head, body) ? 'flow' : 'mindmap', certain: false };
  return { kind: best[0], certain: true };
}

/** Whether the text is only the name of a process that the sketcher knows, and not of something else about it. */
const isTopic = (head: string, body: string): boolean =>
  head === '' &&
  body.length <= MAX_OPENING &&
  body.split(/\s+/).length <= 5 &&
  !/[,;\n]/.test(body) &&
  !kindNames.some(({ kind, pattern }) => kind !== 'flow' && pattern.test(body)) &&
  findProcess(body) !== null;

/** Where the name of a diagram ends in `text`, or null when it names none. */
function nameEnd(text: string): number | null {
  const template = findTemplate(text)?.match.exec(text);
  const hits = [
    template ?? null,
    ...kindNames.filter((name) => name.weight > 5).map((name) => name.pattern.exec(text)),
  ].filter((hit) => hit !== null);
  hits.sort((a, b) => a.index - b.index || b[0].length - a[0].length);
  const first = hits[0];
  return first === undefined ? null : first.index + first[0].length;
}

const FILLER =
  /\b(?:simple|nice|detailed|basic|quick|diagram|chart|canvas|board|map|template|analysis|method|overview|picture|with|showing|from|of|for|about|on|our|my|the|a|an|to|by|sobre|über|für|sur|para|von|del?|horizontal(?:ly)?|vertical(?:ly)?|left to right|top to bottom)\b/gi;

/** What is left of the opening when the names of diagrams and the small words at its edges are gone. */
function subjectOf(head: string): string {
  let rest = beginOf(withoutCommand(head)).replace(ERROR_PATH, '').replace(COUNT, '');
  const template = findTemplate(rest);
  if (template !== null) rest = rest.replace(template.match, ' ');
  for (const { pattern, isSubject } of kindNames) if (!isSubject) rest = rest.replace(pattern, ' ');
  const words = rest.replace(/[^\p{L}\p{N}\p{S}'’&/+.-]+/gu, ' ').trim();
  const edges = new RegExp(`^(?:(?:${FILLER.source})\\s*)+|(?:\\s*(?:${FILLER.source}))+$`, 'gi');
  const subject = words.replace(edges, '').trim();
  return hasWords(subject) ? subject : '';
}

const TRAILING_DIRECTION =
  /[,;.]?\s+(?:(?:drawn|laid out|please)\s+)?(?:vertical(?:ly)?|horizontal(?:ly)?|left[ -]to[ -]right|top[ -](?:to[ -]bottom|down))[.!]?\s*$/i;

/** "…, vertical" at the end of a text is no part of its content. */
function withoutDirection(text: string): { text: string; direction: PlanDirection | null } {
  const [said] = TRAILING_DIRECTION.exec(text) ?? [];
  if (said === undefined || !hasWords(text.slice(0, -said.length))) return { text, direction: null };
  return { text: text.slice(0, -said.length), direction: directionOf(said) };
}

function directionOf(head: string): PlanDirection | null {
  if (/\b(?:vertical(?:ly)?|top[ -](?:to[ -]bottom|down)|downwards?)\b/i.test(head)) return 'down';
  if (/\b(?:horizontal(?:ly)?|left[ -]to[ -]right|sideways)\b/i.test(head)) return 'right';
  return null;
}
