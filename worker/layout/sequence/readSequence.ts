import type { PlanEdge, PlanFrame, PlanNode } from '../../../src/canvas/model/plan.ts';
import { type Item, type Scene, subtreeOf } from '../scene/scene.ts';

/** A message between the participants in two columns; from a column to itself, a step of its participant. */
export type Message = { kind: 'message'; edge: PlanEdge; from: number; to: number };

/** A note beside the lifeline of a column. `edge` joins them, in one direction or the other. */
export type Note = { kind: 'note'; edge: PlanEdge; note: PlanNode; column: number };

/** A fragment, such as `alt` or `loop`, around the lifelines of the columns from `first` to `last`. */
export type Fragment = {
  kind: 'fragment';
  frame: PlanFrame;
  /** The condition, such as `in stock` of `alt: in stock`; empty when there is none. */
  condition: string;
  steps: Step[];
  first: number;
  last: number;
};

export type Step = Message | Note | Fragment;

/** A sequence diagram: participants from left to right, and what happens among them in the order of time. */
export type Sequence = {
  participants: readonly PlanNode[];
  steps: readonly Step[];
  /** What is no part of it, such as headings. */
  rest: readonly Item[];
};

const isParticipant = (item: Item): item is PlanNode =>
  item.type === 'node' && item.shape !== 'sticky' && item.shape !== 'text';

/** Reads a sequence diagram; null if it has no participants. */
export function readSequence(scene: Scene): Sequence | null {
  const items = scene.childrenOf(null).flatMap((item) => subtreeOf(scene, item));
  const participants = items.filter(isParticipant);
  if (participants.length === 0) return null;
  const reader = new StepReader(scene, participants);
  for (const edge of scene.edges) reader.read(edge);
  const isFragment = (item: Item): item is PlanFrame =>
    item.type === 'frame' && subtreeOf(scene, item).every((inner) => !isParticipant(inner));
  for (const item of items) if (isFragment(item)) reader.fragment(item);
  const steps = withRanges(reader.steps, participants.length);
  const drawn = new Set([...participants.map(({ id }) => id), ...reader.notes]);
  const rest = items.filter(({ type, id }) => type === 'node' && !drawn.has(id));
  return { participants, steps, rest };
}

class StepReader {
  readonly steps: Step[] = [];
  /** Ids of the nodes that are notes. */
  readonly notes = new Set<string>();
  readonly #scene: Scene;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #fragments = new Map<string, Fragment>();

  constructor(scene: Scene, participants: readonly PlanNode[]) {
    this.#scene = scene;
    this.#columns = new Map(participants.map(({ id }, column) => [id, column]));
  }

  read(edge: PlanEdge): void {
    const [from, to] = [this.#columns.get(edge.from), this.#columns.get(edge.to)];
    if (from !== undefined && to !== undefined)
      this.#stepsOf(edge.parent ?? null).push({ kind: 'message', edge, from, to });
    else this.#readNote(edge, from ?? to);
  }

  /** The steps of the fragment that a frame is; a frame around participants is none. */
  fragment(frame: PlanFrame): Step[] {
    const known = this.#fragments.get(frame.id);
    if (known !== undefined) return known.steps;
    const condition = /^(\w+):\s*(.*)$/s.exec(frame.title);
    const isOperator = condition !== null && operators.has((condition[1] ?? '').toLowerCase());
    const fragment: Fragment = {
      ...{ kind: 'fragment', steps: [], first: Infinity, last: -Infinity },
      frame: isOperator ? { ...frame, title: condition[1] ?? '' } : frame,
      condition: isOperator ? (condition[2] ?? '').trim() : '',
    };
    this.#fragments.set(frame.id, fragment);
    this.#stepsOf(this.#scene.parentOf(frame.id)).push(fragment);
    return fragment.steps;
  }

  #readNote(edge: PlanEdge, column: number | undefined): void {
    const note = [edge.from, edge.to]
      .map((id) => this.#scene.items.get(id))
      .find((item) => item?.type === 'node' && item.shape === 'sticky');
    if (column === undefined || note?.type !== 'node' || this.notes.has(note.id)) return;
    this.notes.add(note.id);
    this.#stepsOf(edge.parent ?? this.#scene.parentOf(note.id)).push({ kind: 'note', edge, note, column });
  }

  #stepsOf(frameId: string | null): Step[] {
    const frame = frameId === null ? undefined : this.#scene.items.get(frameId);
    const holdsParticipants = (item: PlanFrame) => subtreeOf(this.#scene, item).some(isParticipant);
    return frame?.type === 'frame' && !holdsParticipants(frame) ? this.fragment(frame) : this.steps;
  }
}

/** Kinds of fragments in UML and in the diagram languages. */
const operators = new Set([
  ...['alt', 'else', 'opt', 'loop', 'par', 'and', 'critical', 'option', 'break', 'group', 'ref', 'seq'],
]);

/** Operators of fragments that go on with the one before. */
const continuations = new Set(['else', 'and', 'option']);

/** The columns that steps take up: of fragments that go on with one another, the same. */
function withRanges(steps: readonly Step[], columns: number): Step[] {
  const ranged: Step[] = [];
  for (const step of steps) {
    if (step.kind !== 'fragment') ranged.push(step);
    else ranged.push(withRange(step, columns));
    alignWithLast(ranged);
  }
  return ranged;
}

function withRange(fragment: Fragment, columns: number): Fragment {
  const steps = withRanges(fragment.steps, columns);
  const inner = steps.flatMap((step) => (step.kind === 'fragment' ? [step.first, step.last] : []));
  const used = [...columnsOf(steps), ...inner];
  const [first, last] = used.length === 0 ? [0, columns - 1] : [Math.min(...used), Math.max(...used)];
  return { ...fragment, steps, first, last };
}

/** Gives the last fragment and those that it goes on with the same range. */
function alignWithLast(steps: readonly Step[]): void {
  const chain: Fragment[] = [];
  for (const step of steps.toReversed()) {
    if (step.kind !== 'fragment') break;
    chain.push(step);
    if (!continuations.has(step.frame.title.toLowerCase())) break;
  }
  const [first, last] = [
    Math.min(...chain.map((each) => each.first)),
    Math.max(...chain.map((each) => each.last)),
  ];
  for (const each of chain) Object.assign(each, { first, last });
}

/** Columns that steps involve, at any depth. */
export function columnsOf(steps: readonly Step[]): Set<number> {
  return new Set(
    steps.flatMap((step) => {
      if (step.kind === 'fragment') return [...columnsOf(step.steps)];
      return step.kind === 'note' ? [step.column] : [step.from, step.to];
    }),
  );
}
