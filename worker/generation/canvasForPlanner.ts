import type { CanvasObject } from '../../src/canvas/object.ts';
import type { PlannerCanvas, PlannerCanvasObject } from '../planners/planner.ts';
import type { CanvasIds } from './planDraft.ts';

/** A canvas in the words of a planner, with the way back from its short ids to the real ones. */
export type DescribedCanvas = { canvas: PlannerCanvas; ids: CanvasIds };

const prefixes = { FRAME: 'f', SHAPE: 's', CONNECTOR: 'c' } as const;

/**
 * Describes a canvas to a planner. Short ids cost few tokens and can't be mistaken by a model.
 * @param selection Ids of the objects that may be touched; empty: all of them.
 */
export function describeCanvas(
  objects: readonly CanvasObject[],
  selection: readonly string[],
): DescribedCanvas {
  const touchable = selection.length === 0 ? objects : objects.filter(({ id }) => selection.includes(id));
  const context = unselectedEnds(touchable, objects);
  const shown = [...touchable, ...context];
  const shortIds = new Map(shown.map(({ id, kind }, index) => [id, `${prefixes[kind]}${index + 1}`]));
  const describeAll = (some: readonly CanvasObject[]) => some.flatMap((object) => describe(object, shortIds));
  const idsOf = (some: readonly CanvasObject[]) =>
    new Map(some.map(({ id }) => [shortIds.get(id) ?? '', id]));
  return {
    canvas: { title: '', objects: describeAll(touchable), context: describeAll(context) },
    ids: {
      targets: idsOf(touchable),
      ends: idsOf(shown.filter(({ kind }) => kind !== 'CONNECTOR')),
      frames: idsOf(touchable.filter(({ kind }) => kind === 'FRAME')),
    },
  };
}

/** What a selected connector joins: without its ends it means nothing, even if they may not be touched. */
function unselectedEnds(
  touchable: readonly CanvasObject[],
  objects: readonly CanvasObject[],
): CanvasObject[] {
  const ends = new Set(
    touchable.flatMap((object) => (object.kind === 'CONNECTOR' ? [object.fromId, object.toId] : [])),
  );
  for (const { id } of touchable) ends.delete(id);
  return objects.filter(({ id }) => ends.has(id));
}

function describe(object: CanvasObject, shortIds: ReadonlyMap<string, string>): PlannerCanvasObject[] {
  const id = shortIds.get(object.id) ?? '';
  if (object.kind !== 'CONNECTOR') {
    const parent = shortIds.get(object.parentId ?? '') ?? null;
    return object.kind === 'FRAME'
      ? [{ id, kind: 'FRAME', text: object.title, parent }]
      : [{ id, kind: 'SHAPE', text: object.text, shape: object.shape, parent }];
  }
  const [from, to] = [shortIds.get(object.fromId), shortIds.get(object.toId)];
  if (from === undefined || to === undefined) return [];
  return [{ id, kind: 'CONNECTOR', text: object.label, from, to }];
}
