import { findLifelines, type Lifelines } from '../../../../src/canvas/model/lifelines.ts';
import type { BoxObject, CanvasObject, Connector } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import type { Diagram, PlanEdge, PlanFrame } from '../../../../src/canvas/model/plan.ts';
import type { PlanContent } from '../../../plan/planContent.ts';
import { layOutDiagram } from '../../layOutDiagram.ts';
import { edgeOf, itemOf, shapeSizes } from '../../redraw/canvasDiagram.ts';
import { anchored } from '../../redraw/redraw.ts';
import { addedId } from '../../scene/addedId.ts';
import { groupsAtRoot } from '../../scene/canvasParts.ts';
import type { LineRules } from '../placing/placeInLines.ts';
import { clearWay } from '../stage/clearWay.ts';
import { Stage } from '../stage/stage.ts';

/** A sequence diagram of a canvas: its objects, and what the layout has added to them. */
type SequenceOnCanvas = {
  objects: readonly CanvasObject[];
  lifelines: Lifelines;
  /** Ids of what the layout draws again: bars, ends and conditions, with the lines between them. */
  drawn: ReadonlySet<string>;
};

/**
 * Lays out a sequence diagram again to which a plan adds participants or messages. All that is there stays the same
 * object; participants and messages keep their order, and those that an update gives an order get that.
 * @returns The canvas; null if it has no sequence diagram that grows, or something of it may not move.
 */
export async function redrawSequence(
  plan: PlanContent,
  after: readonly CanvasObject[],
  { mayChange, mayShift }: Pick<LineRules, 'mayChange' | 'mayShift'>,
): Promise<Stage | null> {
  const sequence = sequenceOf(after);
  const added = sequence === null ? [] : addedTo(sequence, plan);
  if (sequence === null || added.length === 0) return null;
  if (!sequence.objects.every(({ id }) => mayChange(id))) return null;
  const objects = grown(sequence, plan, added);
  const sizes = shapeSizes(sequence.objects.filter(({ id }) => !sequence.drawn.has(id)));
  const kind = { layout: 'sequence', direction: null } as const;
  const laidOut = anchored(await layOutDiagram({ ...kind, objects, sizes }), sequence.objects, kind);
  return withSequence(after, sequence.objects, laidOut, mayShift);
}

/** The sequence diagram of a canvas: participants with all that their lifelines lead to. */
function sequenceOf(objects: readonly CanvasObject[]): SequenceOnCanvas | null {
  const lifelines = findLifelines(objects);
  if (lifelines.participants.size === 0) return null;
  const ids = new Set([...lifelines.participants].flat());
  for (const { fromId, toId } of objects.filter(isConnector))
    if (ids.has(fromId) !== ids.has(toId) && objects.some(isNoteOf([fromId, toId])))
      ids.add(fromId).add(toId);
  const boxes = new Map(objects.filter(isBox).map((box) => [box.id, box]));
  for (const id of [...ids]) for (const frame of framesAround(id, boxes)) ids.add(frame);
  const conditions = [...ids].map((id) => addedId(id, 'condition')).filter((id) => boxes.has(id));
  for (const id of conditions) ids.add(id);
  const own = objects.filter((object) =>
    isConnector(object) ? ids.has(object.fromId) && ids.has(object.toId) : ids.has(object.id),
  );
  return {
    ...{ objects: own, lifelines },
    drawn: new Set([...lifelines.participants.keys(), ...lifelines.lines, ...conditions]),
  };
}

const isNoteOf =
  (ends: readonly string[]) =>
  (object: CanvasObject): boolean =>
    object.kind === 'SHAPE' && object.shape === 'STICKY' && ends.includes(object.id);

function framesAround(id: string, boxes: ReadonlyMap<string, BoxObject>): string[] {
  const around = new Set<string>();
  let at = boxes.get(id)?.parentId ?? null;
  while (at !== null && !around.has(at)) {
    around.add(at);
    at = boxes.get(at)?.parentId ?? null;
  }
  return [...around];
}

/** What a plan adds to the diagram: messages with an end in it, and new participants. */
function addedTo({ objects, lifelines }: SequenceOnCanvas, plan: PlanContent): Diagram['objects'] {
  const ids = new Set(objects.map(({ id }) => id));
  const participantOf = (id: string) => lifelines.participants.get(id) ?? id;
  const joined = (edge: PlanEdge) => ({
    ...edge,
    from: participantOf(edge.from),
    to: participantOf(edge.to),
  });
  const isSequence = plan.diagram.layout === 'sequence';
  const ends = new Set(plan.links.flatMap(({ from, to }) => [from, to]));
  const nodes = plan.added.filter((object) => object.type === 'node' && (isSequence || ends.has(object.id)));
  const known = new Set([...ids, ...nodes.map(({ id }) => id)]);
  const edges = [...plan.added, ...plan.links].filter(
    (object) => object.type === 'edge' && known.has(object.from) && known.has(object.to),
  );
  return [...nodes, ...edges.map((edge) => joined(edge as PlanEdge))];
}

/** The diagram with what is new: participants from left to right, messages in the order of time. */
function grown(sequence: SequenceOnCanvas, plan: PlanContent, added: Diagram['objects']): Diagram['objects'] {
  const { objects, lifelines, drawn } = sequence;
  const heads = new Set(lifelines.participants.values());
  const boxes = objects.filter(isBox).filter(({ id }) => !drawn.has(id));
  const items = boxes
    .toSorted((a, b) => a.x - b.x)
    .map((box) => (box.kind === 'FRAME' ? fragmentOf(box, objects) : itemOf(box)));
  for (const object of added) {
    if (object.type !== 'node') continue;
    const parent = object.parent ?? plan.existingFrames.get(object.id) ?? null;
    const row = items.filter(
      (item) => item.parent === parent && (heads.has(item.id) || added.includes(item)),
    );
    const next = object.order === null ? undefined : row[object.order];
    items.splice(next === undefined ? items.length : items.indexOf(next), 0, {
      ...object,
      parent,
      order: null,
    });
  }
  const messages = objects
    .filter(isConnector)
    .filter(({ id }) => !drawn.has(id))
    .toSorted((a, b) => (a.points[0]?.y ?? 0) - (b.points[0]?.y ?? 0))
    .map((connector) => messageOf(connector, sequence));
  return [...items, ...inOrder([...messages, ...added.filter((object) => object.type === 'edge')], plan)];
}

/** A fragment has its condition in a text of its own. */
function fragmentOf(
  frame: Extract<BoxObject, { kind: 'FRAME' }>,
  objects: readonly CanvasObject[],
): PlanFrame {
  const condition = objects.find(({ id }) => id === addedId(frame.id, 'condition'));
  const text = condition?.kind === 'SHAPE' ? `: ${condition.text.replace(/^\[|\]$/g, '')}` : '';
  return { ...(itemOf(frame) as PlanFrame), title: `${frame.title}${text}` };
}

function messageOf(connector: Connector, { objects, lifelines }: SequenceOnCanvas): PlanEdge {
  const { arrowhead, startArrowhead } = connector;
  const edge = edgeOf(connector);
  const bar = objects.find(({ id }) => id === edge.from);
  const isInFragment = isBox(bar) && lifelines.participants.has(bar.id);
  return {
    ...edge,
    from: lifelines.participants.get(edge.from) ?? edge.from,
    to: lifelines.participants.get(edge.to) ?? edge.to,
    ends: startArrowhead ? 'both' : arrowhead ? 'forward' : 'none',
    parent: isInFragment ? bar.parentId : null,
  };
}

/** Messages in their order: those that an update gives a place take that. */
function inOrder(messages: readonly PlanEdge[], { updates }: PlanContent): PlanEdge[] {
  const orderOf = ({ id }: PlanEdge) => updates.get(id)?.order ?? null;
  const ordered = messages.filter((edge) => orderOf(edge) === null);
  const placed = messages.filter((edge) => orderOf(edge) !== null);
  for (const edge of placed.toSorted((a, b) => (orderOf(a) ?? 0) - (orderOf(b) ?? 0)))
    ordered.splice(orderOf(edge) ?? 0, 0, edge);
  return ordered;
}

/** Puts the diagram on the canvas: what was there keeps all but its place. Others move out of its way. */
function withSequence(
  after: readonly CanvasObject[],
  before: readonly CanvasObject[],
  laidOut: readonly CanvasObject[],
  mayShift: (id: string) => boolean,
): Stage | null {
  const stage = new Stage(after);
  const now = new Set(laidOut.map(({ id }) => id));
  for (const { id } of before) if (!now.has(id)) stage.remove(id);
  for (const object of laidOut) {
    const current = stage.find(object.id);
    stage.put(current === undefined ? object : ({ ...current, ...placeOf(object) } as CanvasObject));
  }
  const old = new Map(before.filter(isBox).map((box) => [box.id, box]));
  const taken = laidOut.filter(isBox).map((box) => ({ before: old.get(box.id) ?? null, now: box }));
  const ids = new Set(before.map(({ id }) => id));
  const others = after.filter(({ id }) => !ids.has(id));
  const heading = { axis: 'y', sign: 1, mayShift } as const;
  return clearWay(stage, taken, groupsAtRoot(others), heading) ? stage : null;
}

function placeOf(object: CanvasObject) {
  if (isConnector(object)) {
    const { fromId, toId, points, labelAt } = object;
    return { fromId, toId, points, labelAt };
  }
  const { x, y, width, height, parentId } = object;
  return { x, y, width, height, parentId };
}
