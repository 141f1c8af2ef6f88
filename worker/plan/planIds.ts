import { v4 as uuid } from 'uuid';
import type { CanvasIds } from './planContent.ts';

/** Resolves the references of a plan: to its own objects, which get ids of the canvas, and to objects of the canvas. */
export class PlanIds {
  readonly #canvas: CanvasIds;
  readonly #ids = new Map<string, string>();
  readonly #frames = new Set<string>();
  readonly #nodes = new Set<string>();

  constructor(canvas: CanvasIds) {
    this.#canvas = canvas;
  }

  /** A canvas id for a new object, or null when the plan has an object of that id. */
  newId(planId: string): string | null {
    if (this.#ids.has(planId)) return null;
    const id = uuid();
    this.#ids.set(planId, id);
    return id;
  }

  /** Allows references to a new frame or node, by its canvas id. */
  addBox(type: 'frame' | 'node', id: string): void {
    (type === 'frame' ? this.#frames : this.#nodes).add(id);
  }

  /** Whether it is the canvas id of a frame or node of the plan. */
  isNewBox(id: string): boolean {
    return this.#frames.has(id) || this.#nodes.has(id);
  }

  isNewFrame(id: string): boolean {
    return this.#frames.has(id);
  }

  /** The canvas id of a frame; null: the reference is to something else; undefined: nothing of this id has arrived. */
  frame(planId: string): string | null | undefined {
    const id = this.#ids.get(planId);
    if (id === undefined) return this.#canvas.frames.get(planId);
    return this.#frames.has(id) ? id : null;
  }

  /** The canvas id of what a connector joins; undefined: it has not arrived, or is no frame or shape. */
  end(planId: string): string | undefined {
    const id = this.#ids.get(planId);
    if (id === undefined) return this.#canvas.ends.get(planId);
    return this.isNewBox(id) ? id : undefined;
  }

  /** The canvas id of an object that may be changed; undefined: there is none. */
  target(planId: string): string | undefined {
    return this.#canvas.targets.get(planId);
  }
}
