import { maxBoxesPerJob, maxConnectorsPerJob } from '../../../../../src/canvas/model/limits.ts';
import type { PlanColor, PlanShape } from '../../../../../src/canvas/model/plan.ts';
import type { PlannerCanvas, PlannerCanvasObject } from '../../../planner.ts';
import { refuse } from './refused.ts';

/** Whether an object may be changed, or why not. */
export type Access = 'free' | 'locked' | 'outside';

/** A frame or a shape. */
export type Box = {
  readonly id: string;
  readonly kind: 'FRAME' | 'SHAPE';
  readonly access: Access;
  text: string;
  /** Null for frames. */
  shape: PlanShape | null;
  /** Null: what the layout chooses for a new shape. */
  color: PlanColor | null;
  parent: string | null;
  /** Of a new entity: its fields. */
  fields?: readonly string[];
};

/** A connector. */
export type Line = {
  readonly id: string;
  readonly access: Access;
  text: string | null;
  from: string;
  to: string;
  style: 'solid' | 'dashed';
  ends: 'forward' | 'none' | 'both';
  color: PlanColor | null;
};

/** Where a box comes to stand among those with the same parent. */
export type Place = {
  parent: string | null;
  /** By default at the end. */
  beside?: Box;
  side?: 'before' | 'after';
  atStart?: boolean;
};

const shapes = {
  RECTANGLE: 'rect',
  ELLIPSE: 'ellipse',
  DIAMOND: 'diamond',
  STICKY: 'sticky',
  TEXT: 'text',
} as const;

/** A canvas on which the changes of an instruction are made, one after the other. What differs in the end is the plan. */
export class EditedCanvas {
  /** Boxes with the same parent are in reading order. */
  boxes: Box[];
  lines: Line[];
  #addedBoxes = 0;
  #addedLines = 0;

  constructor({ objects, context }: PlannerCanvas) {
    const all = [...objects.map((object) => ({ object, access: 'free' as const })), ...context.map(fixed)];
    const ordered = all.toSorted((a, b) => a.object.order - b.object.order);
    this.boxes = ordered.flatMap(({ object, access }) =>
      object.kind === 'CONNECTOR' ? [] : [boxOf(object, access)],
    );
    this.lines = all.flatMap(({ object, access }) =>
      object.kind === 'CONNECTOR' ? [lineOf(object, access)] : [],
    );
  }

  /** Remembers the canvas as it is. @returns What brings that back */
  save(): () => void {
    const [boxes, lines] = [this.boxes, this.lines].map((all) =>
      all.map((each) => ({ each, was: { ...each } })),
    );
    return () => {
      this.boxes = (boxes ?? []).map(({ each, was }) => Object.assign(each, was) as Box);
      this.lines = (lines ?? []).map(({ each, was }) => Object.assign(each, was) as Line);
    };
  }

  box(id: string | null): Box | undefined {
    return this.boxes.find((box) => box.id === id);
  }

  /** What a frame holds, in reading order; null: what is in no frame. */
  within(parent: string | null): Box[] {
    return this.boxes.filter((box) => box.parent === parent);
  }

  /** A frame's contents at any depth, or what hangs from a shape in a tree. */
  below(box: Box): Box[] {
    const found = new Set<Box>();
    const open = [box];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { id } = at;
      const next =
        at.kind === 'FRAME' ? this.within(id) : this.linesFrom(id).flatMap((line) => this.box(line.to) ?? []);
      for (const each of next) {
        if (each === box || found.has(each)) continue;
        found.add(each);
        open.push(each);
      }
    }
    return [...found];
  }

  linesFrom(id: string): Line[] {
    return this.lines.filter((line) => line.from === id);
  }

  linesTo(id: string): Line[] {
    return this.lines.filter((line) => line.to === id);
  }

  linesAt(id: string): Line[] {
    return this.lines.filter((line) => line.from === id || line.to === id);
  }

  /** Connectors between two boxes, those from the first to the second first. */
  between(one: Box, other: Box): Line[] {
    const along = this.linesFrom(one.id).filter((line) => line.to === other.id);
    return [...along, ...this.linesFrom(other.id).filter((line) => line.to === one.id)];
  }

  /** The middle of a mind map or the top of a tree: the one shape that all connected others hang from; else null. */
  root(): Box | null {
    const [into, out] = [
      Map.groupBy(this.lines, ({ to }) => to),
      Map.groupBy(this.lines, ({ from }) => from),
    ];
    const joined = this.boxes.filter(({ id, kind }) => kind === 'SHAPE' && (into.has(id) || out.has(id)));
    const [root, ...others] = joined.filter(({ id }) => !into.has(id));
    const isTree = joined.every(({ id }) => (into.get(id)?.length ?? 0) <= 1);
    if (root === undefined || others.length > 0 || !isTree) return null;
    // Arrows without labels from one shape to several are a tree, too.
    const isPlain = this.lines.every(({ ends }) => ends === 'none');
    const isFan = (out.get(root.id)?.length ?? 0) >= 2 && this.lines.every(({ text }) => text === null);
    return isPlain || isFan ? root : null;
  }

  /** @throws ChangeRefused past the number of boxes that an instruction may add */
  add(looks: Pick<Box, 'kind' | 'text' | 'shape' | 'color' | 'fields'>, place: Place): Box {
    this.#addedBoxes += 1;
    refuseTooMany(this.#addedBoxes, maxBoxesPerJob, 'boxes');
    const box: Box = { ...looks, id: `new-box-${this.#addedBoxes}`, access: 'free', parent: place.parent };
    this.boxes.push(box);
    this.place(box, place);
    return box;
  }

  /** Moves a box to a place among its future siblings, by default to their end. */
  place(box: Box, { parent, beside, side, atStart = false }: Place): void {
    box.parent = parent;
    this.boxes = this.boxes.filter((each) => each !== box);
    const end = atStart ? 0 : this.boxes.length;
    const at = beside === undefined ? end : this.boxes.indexOf(beside) + (side === 'after' ? 1 : 0);
    this.boxes.splice(at, 0, box);
  }

  /** @throws ChangeRefused past the number of connectors that an instruction may add */
  connect(from: Box, to: Box, looks: Partial<Pick<Line, 'text' | 'style' | 'ends'>> = {}): Line {
    this.#addedLines += 1;
    refuseTooMany(this.#addedLines, maxConnectorsPerJob, 'connectors');
    const line: Line = {
      ...{
        id: `new-line-${this.#addedLines}`,
        access: 'free',
        text: null,
        style: 'solid',
        ends: 'forward',
        color: null,
      },
      ...looks,
      from: from.id,
      to: to.id,
    };
    this.lines.push(line);
    return line;
  }

  disconnect(lines: readonly Line[]): void {
    this.lines = this.lines.filter((line) => !lines.includes(line));
  }

  /** Removes a box with its connectors; what a frame held is removed with it. */
  remove(box: Box): void {
    if (box.kind === 'FRAME') for (const inner of this.within(box.id)) this.remove(inner);
    this.disconnect(this.linesAt(box.id));
    this.boxes = this.boxes.filter((each) => each !== box);
  }
}

function refuseTooMany(count: number, most: number, what: string): void {
  if (count > most) refuse(`One instruction adds at most ${most} ${what}.`);
}

const fixed = (object: PlannerCanvasObject) => ({
  object,
  access: object.locked ? ('locked' as const) : ('outside' as const),
});

const boxOf = (object: Exclude<PlannerCanvasObject, { kind: 'CONNECTOR' }>, access: Access): Box => ({
  ...{ id: object.id, kind: object.kind, access, text: object.text, parent: object.parent },
  ...{ color: object.color, shape: object.kind === 'FRAME' ? null : shapes[object.shape] },
});

const lineOf = (object: Extract<PlannerCanvasObject, { kind: 'CONNECTOR' }>, access: Access): Line => ({
  ...{ id: object.id, access, text: object.text, from: object.from, to: object.to, color: object.color },
  ...{ style: object.style, ends: object.ends },
});
