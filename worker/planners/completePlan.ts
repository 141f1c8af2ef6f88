import type { PlanEdge, PlanFrame, PlanHeader, PlanNode, PlanObject } from '../../src/canvas/model/plan.ts';
import { withinJobLimit } from '../plan/jobLimit.ts';
import type { PlannerEvent } from './planner.ts';

/**
 * A plan that is known as a whole: changes of the canvas first, then frames and nodes before the edges that join them.
 * Every reference resolves.
 */
export type CompletePlan = { header: PlanHeader; objects: PlanObject[]; warnings: string[] };

/** A complete plan as the events of a planner. */
export function* eventsOf({ header, objects, warnings }: CompletePlan): Generator<PlannerEvent> {
  yield { type: 'header', header };
  for (const message of warnings) yield { type: 'warning', message };
  for (const object of objects) yield { type: 'object', object };
}

type New<T> = Omit<T, 'type' | 'id'>;

/** Collects the objects of a complete plan, gives them ids, and keeps it within the limit of a job. */
export class CompletePlanBuilder {
  readonly header: PlanHeader;
  readonly #boxes: (PlanFrame | PlanNode)[] = [];
  readonly #edges: PlanEdge[] = [];
  readonly #warnings = new Set<string>();

  constructor(header: PlanHeader) {
    this.header = header;
  }

  /** Adds a frame. @returns Its id */
  addFrame(frame: New<PlanFrame>): string {
    return this.#addBox({ type: 'frame', id: `frame-${this.#boxes.length + 1}`, ...frame });
  }

  /** Adds a node. @returns Its id */
  addNode(node: New<PlanNode>): string {
    return this.#addBox({ type: 'node', id: `node-${this.#boxes.length + 1}`, ...node });
  }

  /** Joins two objects of the plan, by their ids. */
  addEdge(edge: New<PlanEdge>): void {
    this.#edges.push({ type: 'edge', id: `edge-${this.#edges.length + 1}`, ...edge });
  }

  /** Adds a message about what was not understood, and what was done instead; the same message once. */
  warn(message: string): void {
    this.#warnings.add(message);
  }

  /** The plan; what is beyond the limit of a job is left out, with a warning. */
  finish(): CompletePlan {
    const { objects, warnings } = withinJobLimit(this.#boxes, this.#edges);
    return { header: this.header, objects, warnings: [...this.#warnings, ...warnings] };
  }

  #addBox(box: PlanFrame | PlanNode): string {
    this.#boxes.push(box);
    return box.id;
  }
}
