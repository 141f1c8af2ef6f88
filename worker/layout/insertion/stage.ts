import { boxesIn } from '../../../src/canvas/model/frameContents.ts';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import type { Room } from './insertRoom.ts';

/** A canvas while a plan is applied to it: the existing objects, and those added so far. */
export class Stage {
  readonly #objects: Map<string, CanvasObject>;
  /** Boxes that were moved or resized: their connectors must be rerouted. */
  readonly moved = new Set<string>();

  constructor(objects: readonly CanvasObject[]) {
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
    for (const [id, box] of grown) {
      const frame = this.box(id);
      if (frame === undefined) continue;
      this.put({ ...frame, ...box });
      this.moved.add(id);
    }
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
      this.moved.add(inner);
    }
  }
}

export function sizeOf({ width, height }: Box) {
  return { width, height };
}
