import type { PlanColor, PlanEdge, PlanHeader, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { CompletePlanBuilder } from '../../completePlan.ts';
import { label } from '../text/plain.ts';

/** Longest title of a canvas or a frame, in UTF-16 units. */
const MAX_TITLE = 80;

type NodeOptions = {
  shape?: PlanShape;
  color?: PlanColor | null;
  parent?: string;
  order?: number;
  /** Texts below the name, one compartment each; in a class diagram only. */
  compartments?: string[];
};

type EdgeOptions = { label?: string | null; style?: PlanEdge['style']; ends?: PlanEdge['ends'] };

/** Builds a plan of parts of a text: they become labels, and siblings keep the order in which they are added. */
export class PlanBuilder extends CompletePlanBuilder {
  readonly #siblings = new Map<string | null, number>();

  constructor(
    title: string,
    layout: PlanHeader['layout'],
    direction: PlanHeader['direction'] = null,
    columns: PlanHeader['columns'] = null,
  ) {
    super({ title: titleOf(title), layout, direction, columns });
  }

  /** Adds a region, without a title for null, and gives its id. */
  frame(title: string | null, slot: string | null = null, parent: string | null = null): string {
    return this.addFrame({ title: title === null ? '' : titleOf(title), parent, slot });
  }

  /** Adds a shape, without a text for null, and gives its id. */
  node(
    text: string | null,
    { shape = 'rect', color = 'blue', parent, order, compartments }: NodeOptions = {},
  ): string {
    const place = order ?? this.#siblings.get(parent ?? null) ?? 0;
    this.#siblings.set(parent ?? null, place + 1);
    return this.addNode({
      ...{ shape, color, parent: parent ?? null, order: place },
      text: text === null ? '' : label(text) || 'Untitled',
      ...(compartments === undefined ? {} : { compartments }),
    });
  }

  /** Joins two objects of this plan. */
  edge(from: string, to: string, { label = null, style = 'solid', ends = null }: EdgeOptions = {}): void {
    this.addEdge({ from, to, label, style, ends });
  }

  /** Joins each object to the one after it. */
  chain(ids: readonly string[]): void {
    for (const [at, id] of ids.entries()) if (at > 0) this.edge(ids[at - 1] ?? '', id);
  }
}

const titleOf = (text: string): string => label(text, MAX_TITLE) || 'Untitled';
