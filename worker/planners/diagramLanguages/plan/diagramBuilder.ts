import type {
  PlanColor,
  PlanEdge,
  PlanFrame,
  PlanHeader,
  PlanNode,
  PlanShape,
} from '../../../../src/canvas/model/plan.ts';
import { withinJobLimit } from '../../../plan/jobLimit.ts';
import type { CompletePlan } from '../../completePlan.ts';

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

/** Collects the objects of a diagram by the names that its source gives them, and keeps it within a job's limit. */
export class DiagramBuilder {
  title: string;
  layout: PlanHeader['layout'];
  direction: PlanHeader['direction'];
  readonly #frames = new Map<string, PlanFrame>();
  readonly #nodes = new Map<string, PlanNode>();
  readonly #edges: PlanEdge[] = [];
  readonly #warnings = new Set<string>();

  constructor(title: string, layout: PlanHeader['layout'], direction: PlanHeader['direction'] = null) {
    this.title = title;
    this.layout = layout;
    this.direction = direction;
  }

  /** Adds a frame, unless there is one of this name. Frames that hold others come first. */
  frame(name: string, title: string, parent: string | null = null): void {
    if (this.has(name)) return;
    const id = `frame-${this.#frames.size + 1}`;
    this.#frames.set(name, {
      type: 'frame',
      id,
      title: title.trim() || name,
      parent: this.#frameId(parent),
      slot: null,
    });
  }

  /** Adds a node, unless there is an object of this name. */
  node(name: string, text: string, options: BoxOptions = {}): void {
    if (this.has(name)) return;
    const { shape = 'rect', color = null, parent = null, compartments = [] } = options;
    const order = this.#nodes.size;
    const id = `node-${order + 1}`;
    this.#nodes.set(name, {
      ...{ type: 'node', id, shape, color, order, parent: this.#frameId(parent) },
      text: text.trim() || name.trim() || 'Untitled',
      compartments: compartments.length === 0 ? null : [...compartments],
    });
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
    this.#edges.push({
      ...{ type: 'edge', id: `edge-${this.#edges.length + 1}`, from: start, to: end },
      ...{ label: label.replace(/\s+/g, ' ').trim() || null, style: dashed ? 'dashed' : 'solid' },
      ...{ ends: isBackward ? 'forward' : ends, parent: this.#frameId(parent) },
    });
  }

  /** Tells the person what was not read. */
  warn(message: string): void {
    this.#warnings.add(message);
  }

  /** The plan, or null if nothing was read. */
  finish(): CompletePlan | null {
    const boxes = [...this.#frames.values(), ...this.#nodes.values()];
    if (boxes.length === 0) return null;
    const { objects, warnings } = withinJobLimit(boxes, this.#edges);
    const { title, layout, direction } = this;
    return { header: { title, layout, direction }, objects, warnings: [...this.#warnings, ...warnings] };
  }

  #idOf(name: string): string | undefined {
    return (this.#nodes.get(name) ?? this.#frames.get(name))?.id;
  }

  #frameId(name: string | null): string | null {
    return name === null ? null : (this.#frames.get(name)?.id ?? null);
  }
}
