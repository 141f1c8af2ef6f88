import type { PlanColor, PlanHeader, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { type CompletePlan, CompletePlanBuilder } from '../../completePlan.ts';

export type BoxOptions = {
  shape?: PlanShape;
  color?: PlanColor | null;
  parent?: string | null;
  compartments?: readonly string[];
};

/** `parent`: the name of the frame that a message is in. */
export type EdgeOptions = {
  label?: string;
  dashed?: boolean;
  ends?: 'forward' | 'backward' | 'both' | 'none';
  parent?: string | null;
};

/** Builds the plan of a diagram, whose objects are referred to by the names that its source gives them. */
export class DiagramBuilder {
  readonly #plan: CompletePlanBuilder;
  readonly #frames = new Map<string, string>();
  readonly #nodes = new Map<string, string>();

  constructor(title: string, layout: PlanHeader['layout'], direction: PlanHeader['direction'] = null) {
    this.#plan = new CompletePlanBuilder({ title, layout, direction });
  }

  /** Title, layout and direction, which may still change. */
  get header(): PlanHeader {
    return this.#plan.header;
  }

  /** Adds a frame, unless there is an object of this name. */
  frame(name: string, title: string, parent: string | null = null): void {
    if (this.has(name)) return;
    const frame = { title: title.trim() || name, parent: this.#frameId(parent), slot: null };
    this.#frames.set(name, this.#plan.addFrame(frame));
  }

  /** Adds a node, unless there is an object of this name. */
  node(name: string, text: string, options: BoxOptions = {}): void {
    if (this.has(name)) return;
    const { shape = 'rect', color = null, parent = null, compartments = [] } = options;
    const id = this.#plan.addNode({
      ...{ shape, color, order: this.#nodes.size, parent: this.#frameId(parent) },
      text: text.trim() || name.trim() || 'Untitled',
      compartments: compartments.length === 0 ? null : [...compartments],
    });
    this.#nodes.set(name, id);
  }

  has(name: string): boolean {
    return this.#frames.has(name) || this.#nodes.has(name);
  }

  /** Joins two objects by their names; without one of them there is no edge. */
  edge(from: string, to: string, options: EdgeOptions = {}): void {
    const { label = '', dashed = false, ends = 'forward', parent = null } = options;
    const isBackward = ends === 'backward';
    const [start, end] = [this.#idOf(isBackward ? to : from), this.#idOf(isBackward ? from : to)];
    if (start === undefined || end === undefined) return;
    this.#plan.addEdge({
      ...{ from: start, to: end, label: label.replace(/\s+/g, ' ').trim() || null },
      ...{ style: dashed ? 'dashed' : 'solid', ends: isBackward ? 'forward' : ends },
      parent: this.#frameId(parent),
    });
  }

  /** Tells the person what was not read. */
  warn(message: string): void {
    this.#plan.warn(message);
  }

  /** The plan, or null if nothing was read. */
  finish(): CompletePlan | null {
    return this.#frames.size + this.#nodes.size === 0 ? null : this.#plan.finish();
  }

  #idOf(name: string): string | undefined {
    return this.#nodes.get(name) ?? this.#frames.get(name);
  }

  #frameId(name: string | null): string | null {
    return name === null ? null : (this.#frames.get(name) ?? null);
  }
}
