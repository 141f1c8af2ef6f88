import { boxesIn } from '../../../../src/canvas/model/frameContents.ts';
import type { Box, Point } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { Room } from './insertRoom.ts';

/** A canvas while a plan is applied to it: the existing objects, and those added so far. */
export class Stage {
  #objects: Map<string, CanvasObject>;
  /** Boxes that were moved or resized, as they were before: their connectors must follow. */
  readonly moved = new Map<string, BoxObject>();

  /** Connectors that have their routes already, although their ends have moved. */
  readonly routed = new Set<string>();
  /** Texts of new boxes for which there was no room where they belong. */
  readonly blocked: string[] = [];
  /** Ids of boxes that were moved because they stood in the way. */
  readonly shifted: Set<string>;

  constructor(objects: readonly CanvasObject[], shifted: Iterable<string> = []) {
    this.shifted = new Set(shifted);
    this.#objects = new Map(objects.map((object) => [object.id, object]));
  }

  get objects(): CanvasObject[] {
    return [...this.#objects.values()];
  }

  find(id: string | null): CanvasObject | undefined {
    return id === null ? undefined : this.#objects.get(id);
  }

  box(id: string | null): BoxObject | undefined {
    const object = this.find(id);
    return isBox(object) ? object : undefined;
  }

  put(object: CanvasObject): void {
    this.#objects.set(object.id, object);
  }

  remove(id: string): void {
    this.#objects.delete(id);
  }

  /** Ids of the object and of the boxes in it, at any depth. */
  subtree(id: string): Set<string> {
    return new Set([id, ...boxesIn(id, this.objects)]);
  }

  /** Grows the frames as a place in them requires. */
  growFor({ grown }: Room): void {
    for (const [id, box] of grown) this.resize(id, box);
  }

  /** Moves a box and its contents. */
  move(id: string, to: Point): void {
    const moved = this.box(id);
    if (moved === undefined) return;
    const by = { x: to.x - moved.x, y: to.y - moved.y };
    for (const inner of this.subtree(id)) {
      const box = this.box(inner);
      if (box === undefined) continue;
      this.put({ ...box, x: box.x + by.x, y: box.y + by.y });
      this.#noteMoved(box);
    }
  }

  /** Moves a box and its contents into a frame, or out of all frames. */
  moveInto(id: string, to: Point, parentId: string | null): void {
    this.move(id, to);
    const box = this.box(id);
    if (box !== undefined) this.put({ ...box, parentId });
  }

  resize(id: string, to: Box): void {
    const box = this.box(id);
    if (box === undefined) return;
    const { x, y, width, height } = to;
    this.put({ ...box, x, y, width, height });
    this.#noteMoved(box);
  }

  /** A copy to try a change on, which `take` takes over. */
  fork(): Stage {
    const copy = new Stage(this.objects, this.shifted);
    for (const [id, before] of this.moved) copy.moved.set(id, before);
    return copy;
  }

  take(fork: Stage): void {
    this.#objects = fork.#objects;
    for (const [id, before] of fork.moved) this.moved.set(id, before);
    for (const id of fork.shifted) this.shifted.add(id);
  }

  #noteMoved(before: BoxObject): void {
    if (!this.moved.has(before.id)) this.moved.set(before.id, before);
  }
}

export function sizeOf({ width, height }: Box) {
  return { width, height };
}
