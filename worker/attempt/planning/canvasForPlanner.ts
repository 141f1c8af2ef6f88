import type { CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import { textOf } from '../../../src/canvas/model/objectKinds.ts';
import type { CanvasIds } from '../../plan/planContent.ts';
import type { PlannerCanvas, PlannerCanvasObject } from '../../planners/planner.ts';
import { readingOrder } from './readingOrder.ts';

/** A canvas as a planner gets it, with the real ids by its short ones. */
export type DescribedCanvas = {
  canvas: PlannerCanvas;
  ids: CanvasIds;
  /** How many objects could be changed, but are left out because there are too many. */
  omitted: number;
};

export type DescriptionRequest = {
  /** Ids of the objects that may be changed unless they are locked; empty: all of them. */
  selection: readonly string[];
  /** If there are too many objects, those that it names are shown first. */
  instruction: string;
};

const prefixes = { FRAME: 'f', SHAPE: 's', CONNECTOR: 'c' } as const;

/** How many objects a planner is shown: some 10,000 tokens. */
const mostShown = 400;
/** How many objects around a selection are shown with it. */
const mostNeighbours = 40;

/**
 * Describes a canvas to a planner. Short ids cost few tokens, and models copy them without mistakes. The surroundings
 * of a selection and locked objects are shown as well: connectors may join them, but they must not change.
 */
export function describeCanvas(
  objects: readonly CanvasObject[],
  { selection, instruction }: DescriptionRequest,
): DescribedCanvas {
  const selected = selection.length === 0 ? objects : withConnectors(objects, new Set(selection));
  const changeable = selected.filter(({ locked }) => !locked);
  const touchable = mostRelevant(changeable, instruction, mostShown);
  const context = contextOf(touchable, selected, objects);
  const shown = [...touchable, ...context];
  const shortIds = new Map(shown.map(({ id, kind }, index) => [id, `${prefixes[kind]}${index + 1}`]));
  const order = readingOrder(objects);
  const describeAll = (some: readonly CanvasObject[]) =>
    some.flatMap((object) => describe(object, shortIds, order)).toSorted((a, b) => a.order - b.order);
  const idsOf = (some: readonly CanvasObject[]) =>
    new Map(some.map(({ id }) => [shortIds.get(id) ?? '', id]));
  return {
    canvas: {
      ...{ title: '', objects: describeAll(touchable), context: describeAll(context) },
      hasSelection: selection.length > 0,
      elsewhere: selection.length === 0 ? [] : textsElsewhere(objects, new Set(shown)),
    },
    ids: {
      targets: idsOf(touchable),
      ends: idsOf(shown.filter(({ kind }) => kind !== 'CONNECTOR')),
      frames: idsOf(shown.filter(({ kind, locked }) => kind === 'FRAME' && !locked)),
    },
    omitted: changeable.length - touchable.length,
  };
}

/** The selection, with the connectors at it: a step that is put behind a selected one goes into its connector. */
function withConnectors(objects: readonly CanvasObject[], selection: ReadonlySet<string>): CanvasObject[] {
  return objects.filter(
    (object) =>
      selection.has(object.id) ||
      (object.kind === 'CONNECTOR' && (selection.has(object.fromId) || selection.has(object.toId))),
  );
}

const textsElsewhere = (objects: readonly CanvasObject[], shown: ReadonlySet<CanvasObject>): string[] =>
  objects
    .filter((object) => !shown.has(object) && textOf(object) !== '')
    .slice(0, mostShown)
    .map(textOf);

/** Objects that the instruction names come first, then frames, then what is connected to those named, then the rest. */
function mostRelevant(
  objects: readonly CanvasObject[],
  instruction: string,
  most: number,
): readonly CanvasObject[] {
  if (objects.length <= most) return objects;
  const words = wordsOf(instruction);
  const named = new Set(
    objects.filter((object) => wordsOf(textOf(object)).intersection(words).size > 0).map(({ id }) => id),
  );
  const joined = new Set(
    objects.flatMap((object) =>
      object.kind === 'CONNECTOR' && (named.has(object.fromId) || named.has(object.toId))
        ? [object.id, object.fromId, object.toId]
        : [],
    ),
  );
  const rankOf = ({ id, kind }: CanvasObject) => {
    if (named.has(id)) return 0;
    if (kind === 'FRAME') return 1;
    return joined.has(id) ? 2 : 3;
  };
  const kept = new Set(objects.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most));
  return objects.filter((object) => kept.has(object));
}

const wordsOf = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{Script=Han}/gu));

/**
 * Objects that are shown but must not change: the ends of shown connectors, locked objects of the selection, and the
 * surroundings of a selection: the frames around it, and what it is connected to.
 */
function contextOf(
  touchable: readonly CanvasObject[],
  selected: readonly CanvasObject[],
  objects: readonly CanvasObject[],
): CanvasObject[] {
  const ids = new Set(touchable.map(({ id }) => id));
  const ends = touchable.flatMap((object) =>
    object.kind === 'CONNECTOR' ? [object.fromId, object.toId] : [],
  );
  const locked = selected.filter((object) => object.locked).slice(0, mostShown);
  const surroundings = selected.length < objects.length ? neighboursOf(ids, objects) : [];
  const shown = new Set([...ends, ...locked.map(({ id }) => id), ...surroundings.slice(0, mostNeighbours)]);
  return objects.filter(({ id }) => shown.has(id) && !ids.has(id));
}

/**
 * Frames, those around the objects first; then their connectors, with the objects at the other ends. Something selected
 * may be moved into any frame.
 */
function neighboursOf(ids: ReadonlySet<string>, objects: readonly CanvasObject[]): string[] {
  const known = new Map(objects.map((object) => [object.id, object]));
  const around = new Set<string>();
  for (const id of ids) {
    let frame = parentOf(known.get(id));
    while (frame !== null && !around.has(frame)) {
      around.add(frame);
      frame = parentOf(known.get(frame));
    }
  }
  const joined = objects.flatMap((object) => {
    if (object.kind !== 'CONNECTOR' || ids.has(object.id)) return [];
    return ids.has(object.fromId) || ids.has(object.toId) ? [object.fromId, object.toId, object.id] : [];
  });
  const frames = objects.flatMap(({ id, kind }) => (kind === 'FRAME' ? [id] : []));
  return [...around, ...joined, ...frames].filter((id) => !ids.has(id));
}

const parentOf = (object: CanvasObject | undefined): string | null =>
  object === undefined || object.kind === 'CONNECTOR' ? null : object.parentId;

function describe(
  object: CanvasObject,
  shortIds: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, number>,
): PlannerCanvasObject[] {
  const common = {
    ...{ id: shortIds.get(object.id) ?? '', color: object.color },
    ...{ order: places.get(object.id) ?? 0, locked: object.locked ?? false },
  };
  if (object.kind === 'CONNECTOR') return describeConnector(object, common, shortIds);
  const parent = shortIds.get(object.parentId ?? '') ?? null;
  return object.kind === 'FRAME'
    ? [{ ...common, kind: 'FRAME', text: object.title, parent }]
    : [{ ...common, kind: 'SHAPE', text: object.text, shape: object.shape, parent }];
}

function describeConnector(
  { fromId, toId, label, style, arrowhead, startArrowhead }: Connector,
  common: Pick<PlannerCanvasObject, 'id' | 'color' | 'order' | 'locked'>,
  shortIds: ReadonlyMap<string, string>,
): PlannerCanvasObject[] {
  const [from, to] = [shortIds.get(fromId), shortIds.get(toId)];
  if (from === undefined || to === undefined) return [];
  const ends = { from, to, style: style === 'DASHED' ? ('dashed' as const) : ('solid' as const) };
  if (startArrowhead && !arrowhead)
    return [{ ...common, kind: 'CONNECTOR', text: label, ...ends, from: to, to: from, ends: 'forward' }];
  const heads = startArrowhead ? 'both' : arrowhead ? 'forward' : 'none';
  return [{ ...common, kind: 'CONNECTOR', text: label, ...ends, ends: heads }];
}
