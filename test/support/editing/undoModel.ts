import fc from 'fast-check';
import type { CanvasObject, Connector, Shape } from '../../../web/src/scene/object.ts';

const editKinds = ['add', 'move', 'retype', 'recolor', 'delete', 'connect', 'lock'] as const;
export type EditKind = (typeof editKinds)[number];

/** One thing that somebody does to a canvas. `waits`: until it is saved. */
export type UndoStep =
  | { do: EditKind; pick: number; waits: boolean }
  | { do: 'undo' | 'redo'; waits: boolean }
  | { do: 'job' | 'undoJob' | 'reload' | 'otherPage'; waits: true }
  | { do: 'reload'; waits: false };

const waits = fc.boolean();
const pick = fc.nat(99);

export const undoStep: fc.Arbitrary<UndoStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom(...editKinds), pick, waits }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo'), waits }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('job', 'undoJob', 'reload', 'otherPage'),
      waits: fc.constant(true as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload'), waits: fc.constant(false as const) }) },
);

/** A state of the canvas; its objects are known once it has been read. */
type State = { objects: unknown[] | null; job: string | null };

/** What undo and redo do in any editor: two stacks of states. */
export class UndoModel {
  #past: State[] = [];
  #future: State[] = [];
  /** `job`: the one whose work led here. */
  #present: State = { objects: null, job: null };

  /** The objects that the canvas should have now; null where nobody has looked at it in this state. */
  get expected(): unknown[] | null {
    return this.#present.objects;
  }

  /** The job whose work is the newest change. */
  get newestJob(): string | null {
    return this.#past.length > 0 ? this.#present.job : null;
  }

  can(direction: 'undo' | 'redo'): boolean {
    return (direction === 'undo' ? this.#past : this.#future).length > 0;
  }

  read(objects: unknown[]): void {
    this.#present.objects = objects;
  }

  change(job: string | null = null): void {
    this.#past.push(this.#present);
    this.#present = { objects: null, job };
    this.#future = [];
  }

  undo(): void {
    const state = this.#past.pop();
    if (!state) return;
    this.#future.push(this.#present);
    this.#present = state;
  }

  redo(): void {
    const state = this.#future.pop();
    if (!state) return;
    this.#past.push(this.#present);
    this.#present = state;
  }
}

let count = 0;

/** What a person makes of a canvas; the same where it can't be done. */
export function edited(
  objects: readonly CanvasObject[],
  kind: EditKind,
  pick: number,
): readonly CanvasObject[] {
  const all = objects.filter((object): object is Shape => object.__typename === 'Shape');
  const arrows = objects.filter((object): object is Connector => object.__typename === 'Connector');
  // What a locked arrow hangs on can't be deleted.
  const held = new Set(arrows.flatMap(({ locked, fromId, toId }) => (locked ? [fromId, toId] : [])));
  const boxes = kind === 'delete' ? all.filter(({ id }) => !held.has(id)) : all;
  const box = boxes[pick % Math.max(1, boxes.length)];
  count += 1;
  if (kind === 'add' || !box) return [...objects, newBox(objects, pick)];
  const change = (some: Partial<Shape>) =>
    objects.map((object) => (object.id === box.id ? { ...box, ...some } : object));
  switch (kind) {
    case 'move':
      return change({ x: box.x + 10 + pick, y: box.y - 7 });
    case 'retype':
      return change({ text: `Text ${count}`, lines: [`Text ${count}`] });
    case 'recolor':
      return change({ color: box.color === 'RED' ? 'GREEN' : 'RED' });
    case 'delete':
      return objects.filter((object) => {
        if (object.__typename !== 'Connector') return object.id !== box.id;
        return object.fromId !== box.id && object.toId !== box.id;
      });
    case 'lock': {
      // A locked connector follows its ends; an undo has to restore it nevertheless.
      const arrow = arrows[pick % Math.max(1, arrows.length)];
      if (!arrow) return change({ x: box.x + 5 });
      return objects.map((object) => (object === arrow ? { ...arrow, locked: !arrow.locked } : object));
    }
    case 'connect':
      return [...objects, newArrow(objects, box, boxes[(pick + 1) % boxes.length] ?? box)];
  }
}

const front = (objects: readonly CanvasObject[]) =>
  objects.reduce((highest, { zIndex }) => Math.max(highest, zIndex), -1) + 1;

function newBox(objects: readonly CanvasObject[], pick: number): CanvasObject {
  return {
    ...{ __typename: 'Shape', id: `drawn-${count}`, zIndex: front(objects), locked: false, parentId: null },
    ...{ x: 200 * (pick % 7), y: 120 * (pick % 11), width: 160, height: 64, shape: 'RECTANGLE' },
    ...{ text: `Box ${count}`, lines: [`Box ${count}`], fontSize: 16, color: 'BLUE' },
  };
}

/** An arrow as people draw them: its ends are somewhere near what it joins. */
function newArrow(objects: readonly CanvasObject[], from: Shape, to: Shape): CanvasObject {
  const points = [
    { x: from.x + from.width + 15, y: from.y + 20 },
    { x: to.x - 15, y: to.y + 33 },
  ];
  return {
    ...{ __typename: 'Connector', id: `drawn-${count}`, zIndex: front(objects), locked: false },
    ...{ fromId: from.id, toId: to.id, points, label: null, labelAt: null },
    ...{ style: 'SOLID', color: 'NEUTRAL', arrowhead: true, startArrowhead: false },
  };
}
