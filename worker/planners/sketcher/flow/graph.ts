import { MAX_THINGS } from '../text/limits.ts';
import { similarity } from '../text/words.ts';

export type Role = 'start' | 'end' | 'step' | 'decision' | 'error';
export type FlowNode = {
  text: string;
  role: Role;
  /** Who does it; null when not said. */
  actor?: string | null;
  /** The text without who does it. */
  task?: string;
};
export type FlowEdge = { from: FlowNode; to: FlowNode; label: string | null; back: boolean };
/** An arrow that waits for the node that it will point to. */
export type OpenEnd = { from: FlowNode; label: string | null };

/** Builds a flow: each added node is connected to all open ends. */
export class FlowGraph {
  readonly nodes: FlowNode[] = [];
  readonly edges: FlowEdge[] = [];
  readonly #edgesFrom = new Map<FlowNode, FlowEdge[]>();
  open: OpenEnd[] = [];

  /** Whether there are more nodes than are read. */
  get isFull(): boolean {
    return this.nodes.length > MAX_THINGS;
  }

  /** Adds a node behind all open ends; it is the one open end then. */
  add(text: string, role: Role): FlowNode {
    const node: FlowNode = { text, role };
    this.nodes.push(node);
    this.joinTo(node);
    this.open = [{ from: node, label: null }];
    return node;
  }

  /** Points all open ends at a node that exists; none is open then. `back` marks the return of a loop. */
  joinTo(node: FlowNode, back = false): void {
    for (const end of this.open) this.connect(end.from, node, end.label, back);
    this.open = [];
  }

  connect(from: FlowNode, to: FlowNode, label: string | null, back = false): void {
    const edges = this.#edgesFrom.get(from) ?? [];
    if (edges.some((edge) => edge.to === to && edge.label === label)) return;
    const edge = { from, to, label, back };
    this.edges.push(edge);
    edges.push(edge);
    this.#edgesFrom.set(from, edges);
  }

  /** Puts a node right behind another, before all that followed it; `label` is for what followed. */
  insertAfter(before: FlowNode, text: string, role: Role, label: string | null): FlowNode {
    const node: FlowNode = { text, role };
    this.nodes.splice(this.nodes.indexOf(before) + 1, 0, node);
    const { true: back = [], false: onward = [] } = Object.groupBy(
      this.#edgesFrom.get(before) ?? [],
      (edge) => `${edge.back}`,
    );
    for (const edge of onward) Object.assign(edge, { from: node, label });
    this.#edgesFrom.set(node, onward).set(before, back);
    this.connect(before, node, null);
    this.open = this.open.map((end) => (end.from === before ? { from: node, label } : end));
    return node;
  }

  /** Steps that nothing follows, but for ends. */
  deadEnds(): OpenEnd[] {
    return this.nodes
      .filter((node) => node.role !== 'end' && (this.#edgesFrom.get(node) ?? []).length === 0)
      .map((from) => ({ from, label: null }));
  }

  named(text: string): FlowNode | undefined {
    const wanted = text.trim().toLowerCase();
    return this.nodes.find((node) => node.text.toLowerCase() === wanted || similarity(node.text, text) === 1);
  }
}
