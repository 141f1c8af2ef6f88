import type {
  PlanColor,
  PlanEdge,
  PlanFrame,
  PlanHeader,
  PlanNode,
  PlanObject,
  PlanShape,
} from '../../../../src/canvas/model/plan.ts';
import { withinJobLimit } from '../../../plan/jobLimit.ts';
import { MAX_TITLE } from '../text/limits.ts';
import { label } from '../text/plain.ts';

/** A plan of the sketcher: changes of the canvas first, then frames and nodes before the edges that join them; every reference resolves. */
export type SketchedPlan = { header: PlanHeader; objects: PlanObject[]; warnings: string[] };

type NodeOptions = {
  shape?: PlanShape;
  color?: PlanColor | null;
  parent?: string;
  order?: number;
  /** Texts below the name, one compartment each; in a class diagram only. */
  compartments?: string[];
};

type EdgeOptions = { label?: string | null; style?: PlanEdge['style']; ends?: PlanEdge['ends'] };

/** Collects the objects of a drawing, gives them ids, and keeps it within its limits. */
export class PlanBuilder {
  readonly header: PlanHeader;
  readonly #boxes: (PlanFrame | PlanNode)[] = [];
  readonly #edges: PlanEdge[] = [];
  readonly #warnings = new Set<string>();
  readonly #siblings = new Map<string | null, number>();

  constructor(
    title: string,
    layout: PlanHeader['layout'],
    direction: PlanHeader['direction'] = null,
    columns: PlanHeader['columns'] = null,
  ) {
    this.header = { title: label(title, MAX_TITLE) || 'Untitled', layout, direction, columns };
  }

  /** Adds a region, without a title for null, and gives its id. */
  frame(title: string | null, slot: string | null = null, parent: string | null = null): string {
    const id = `frame-${this.#boxes.length + 1}`;
    this.#boxes.push({
      type: 'frame',
      id,
      title: title === null ? '' : label(title, MAX_TITLE) || 'Untitled',
      parent,
      slot,
    });
    return id;
  }

  /** Adds a shape, without a text for null, and gives its id. */
  node(
    text: string | null,
    { shape = 'rect', color = 'blue', parent, order, compartments }: NodeOptions = {},
  ): string {
    const id = `node-${this.#boxes.length + 1}`;
    const place = order ?? this.#siblings.get(parent ?? null) ?? 0;
    this.#siblings.set(parent ?? null, place + 1);
    this.#boxes.push({
      type: 'node',
      id,
      shape,
      text: text === null ? '' : label(text) || 'Untitled',
      color,
      parent: parent ?? null,
      order: place,
      ...(compartments === undefined ? {} : { compartments }),
    });
    return id;
  }

  /** Joins two objects of this drawing. */
  edge(from: string, to: string, { label = null, style = 'solid', ends = null }: EdgeOptions = {}): void {
    this.#edges.push({
      type: 'edge',
      id: `edge-${this.#edges.length + 1}`,
      from,
      to,
      label,
      style,
      ends,
    });
  }

  /** Joins each object to the one after it. */
  chain(ids: readonly string[]): void {
    for (const [at, id] of ids.entries()) if (at > 0) this.edge(ids[at - 1] ?? '', id);
  }

  /** Tells the person what was not understood, and what was done instead. */
  warn(message: string): void {
    this.#warnings.add(message);
  }

  finish(): SketchedPlan {
    const { objects, warnings } = withinJobLimit(this.#boxes, this.#edges);
    return { header: this.header, objects, warnings: [...this.#warnings, ...warnings] };
  }
}
