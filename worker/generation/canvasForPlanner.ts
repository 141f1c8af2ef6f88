import type { CanvasObject } from '../../src/canvas/object.ts';
import type { PlannerCanvas, PlannerCanvasObject } from '../planners/planner.ts';

/** A canvas in the words of a planner, with the way back from its short ids to the real ones. */
export type DescribedCanvas = { canvas: PlannerCanvas; ids: Map<string, string> };

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
  const shortIds = new Map(touchable.map(({ id, kind }, index) => [id, `${prefixes[kind]}${index + 1}`]));
  const described = touchable.flatMap((object) => describe(object, shortIds));
  return {
    canvas: { title: '', objects: described },
    ids: new Map([...shortIds].map(([id, shortId]) => [shortId, id])),
  };
}

function describe(object: CanvasObject, shortIds: ReadonlyMap<string, string>): PlannerCanvasObject[] {
  const id = shortIds.get(object.id) ?? '';
  if (object.kind === 'FRAME') return [{ id, kind: 'FRAME', text: object.title }];
  if (object.kind === 'SHAPE') return [{ id, kind: 'SHAPE', text: object.text, shape: object.shape }];
  const [from, to] = [shortIds.get(object.fromId), shortIds.get(object.toId)];
  if (from === undefined || to === undefined) return [];
  return [{ id, kind: 'CONNECTOR', text: object.label, from, to }];
}
