import type { PlannerCanvas, PlannerCanvasObject } from '../../planner.ts';
import { spellingLikeness } from '../text/typos.ts';
import { similarity } from '../text/words.ts';

export type Box = Extract<PlannerCanvasObject, { kind: 'FRAME' | 'SHAPE' }>;
export type Line = Extract<PlannerCanvasObject, { kind: 'CONNECTOR' }>;

/** A box that a name may mean, and how surely it does: from 0 to 1. */
export type Match = { box: Box; score: number };

/** Likeness below which a name means nothing. */
const LEAST = 0.34;
/** Likeness below which a match is a guess. */
export const SURE = 0.6;
/** What is alike by its letters alone is never more than a guess. */
const GUESS = 0.59;

const isBox = (object: PlannerCanvasObject): object is Box => object.kind !== 'CONNECTOR';

/** A canvas with the questions that a change asks of it. */
export class CanvasView {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** Boxes that may be joined to, and nothing else. */
  readonly others: readonly Box[];

  constructor({ objects, context }: PlannerCanvas) {
    this.boxes = objects.filter(isBox);
    this.lines = objects.filter((object) => object.kind === 'CONNECTOR');
    this.others = context.filter(isBox);
  }

  /** The boxes that a name most likely means, all that are equally like it; none when none is near enough. */
  matches(name: string, boxes: readonly Box[] = this.boxes): Match[] {
    const scored = boxes.map((box) => ({ box, score: likeness(name, box) }));
    const best = Math.max(LEAST, ...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score === best && score > LEAST);
  }

  /** Lines that begin or end at a box. */
  linesAt(id: string): Line[] {
    return this.lines.filter((line) => line.from === id || line.to === id);
  }

  /** What a region holds, in its order. */
  within(id: string): Box[] {
    return this.boxes.filter((box) => box.parent === id);
  }

  /** The middle of a mind map or the top of a tree: the one box that everything else hangs from; else null. */
  root(): Box | null {
    const shapes = this.boxes.filter((box) => box.kind === 'SHAPE');
    const roots = shapes.filter((box) => !this.lines.some((line) => line.to === box.id));
    const [root] = roots;
    const single = shapes.every((box) => this.lines.filter((line) => line.to === box.id).length <= 1);
    if (root === undefined || roots.length > 1 || !single) return null;
    return this.lines.filter((line) => line.from === root.id).length >= 2 ? root : null;
  }
}

/** Likeness of a name and a box: 1 for its id or its very words; parts of words and misspellings count too. */
function likeness(name: string, box: Box): number {
  const wanted = plain(name);
  const text = plain(box.text);
  if (wanted === box.id.toLowerCase() || (wanted === text && text !== '')) return 1;
  const contained =
    wanted.length >= 3 && (text.includes(wanted) || wanted.includes(text)) && text.length >= 3;
  const joined = wanted.replaceAll(' ', '') === text.replaceAll(' ', '') && text !== '';
  return Math.max(
    joined ? 0.95 : 0,
    contained ? 0.7 : 0,
    similarity(wanted, text) * 0.94,
    spellingLikeness(wanted, text) * GUESS,
    bigrams(wanted, text) * GUESS,
  );
}

/** Words alone: case, accents, punctuation and double spaces are no difference. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();

/** Dice coefficient of letter pairs: forgives a wrong or missing letter. */
function bigrams(left: string, right: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairs(left.slice(0, 200)), pairs(right.slice(0, 200))];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
