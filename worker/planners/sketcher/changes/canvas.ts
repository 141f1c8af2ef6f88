import type { PlannerCanvas, PlannerCanvasObject } from '../../planner.ts';
import { spellingLikeness } from '../text/typos.ts';
import { sharedPart, stems } from '../text/words.ts';

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
  readonly #features = new Map<Box, Features>();

  constructor({ objects, context }: PlannerCanvas) {
    this.boxes = objects.filter(isBox);
    this.lines = objects.filter((object) => object.kind === 'CONNECTOR');
    this.others = context.filter(isBox);
  }

  /** The boxes that a name most likely means, all that are equally like it; none when none is near enough. */
  matches(name: string, boxes: readonly Box[] = this.boxes): Match[] {
    const wanted = featuresOf(name);
    const scored = boxes.map((box) => ({ box, score: likeness(wanted, box.id, this.#featuresOf(box)) }));
    const best = Math.max(LEAST, ...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score === best && score > LEAST);
  }

  /** A box is compared with every name of an instruction, so what that takes is kept. */
  #featuresOf(box: Box): Features {
    const known = this.#features.get(box) ?? featuresOf(box.text);
    this.#features.set(box, known);
    return known;
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
function likeness(name: Features, id: string, box: Features): number {
  const [wanted, text] = [name.text, box.text];
  if (wanted === id.toLowerCase() || (wanted === text && text !== '')) return 1;
  const contained =
    wanted.length >= 3 && (text.includes(wanted) || wanted.includes(text)) && text.length >= 3;
  return Math.max(
    name.joined === box.joined && text !== '' ? 0.95 : 0,
    contained ? 0.7 : 0,
    sharedPart(name.words, box.words) * 0.94,
    spellingLikeness(wanted, text) * GUESS,
    // Forgives a wrong or missing letter.
    sharedPart(name.pairs, box.pairs) * GUESS,
  );
}

/** A text as it is compared with others. */
type Features = {
  /** Its words alone, see `plain`. */
  text: string;
  /** Without spaces. */
  joined: string;
  words: Set<string>;
  /** Pairs of neighbouring letters. */
  pairs: Set<string>;
};

function featuresOf(original: string): Features {
  const text = plain(original);
  return { text, joined: text.replaceAll(' ', ''), words: new Set(stems(text)), pairs: pairsOf(text) };
}

/** Words alone: case, accents, punctuation and double spaces are no difference. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();

function pairsOf(text: string): Set<string> {
  const length = Math.min(text.length, 200);
  return new Set(Array.from({ length: Math.max(0, length - 1) }, (_, at) => text.slice(at, at + 2)));
}
