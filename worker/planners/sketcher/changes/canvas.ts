import type { PlannerCanvas, PlannerCanvasObject } from '../../planner.ts';
import { similarity } from '../text/words.ts';

export type Box = Extract<PlannerCanvasObject, { kind: 'FRAME' | 'SHAPE' }>;
export type Line = Extract<PlannerCanvasObject, { kind: 'CONNECTOR' }>;

/** A canvas with the questions that a change asks of it. */
export class CanvasView {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];

  constructor({ objects }: PlannerCanvas) {
    this.boxes = objects.filter((object) => object.kind !== 'CONNECTOR');
    this.lines = objects.filter((object) => object.kind === 'CONNECTOR');
  }

  /** The box that a name most likely means, the first of equals; null when none is near enough. */
  find(name: string, kind?: Box['kind']): Box | null {
    let best: Box | null = null;
    let bestScore = 0.34;
    for (const box of this.boxes) {
      const score = kind === undefined || box.kind === kind ? likeness(name, box) : 0;
      if (score > bestScore) [best, bestScore] = [box, score];
    }
    return best;
  }

  /** Lines that begin or end at a box. */
  linesAt(id: string): Line[] {
    return this.lines.filter((line) => line.from === id || line.to === id);
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
  const wanted = name.trim().toLowerCase();
  const text = box.text.trim().toLowerCase();
  if (wanted === box.id.toLowerCase() || wanted === text) return 1;
  const contained =
    wanted.length >= 3 && (text.includes(wanted) || wanted.includes(text)) && text.length >= 3;
  return Math.max(contained ? 0.7 : 0, similarity(wanted, text) * 0.95, bigrams(wanted, text) * 0.6);
}

/** Dice coefficient of letter pairs: forgives a wrong or missing letter. */
function bigrams(left: string, right: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairs(left.slice(0, 200)), pairs(right.slice(0, 200))];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
